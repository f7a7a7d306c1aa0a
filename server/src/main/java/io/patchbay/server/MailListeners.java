package io.patchbay.server;

import io.patchbay.intake.HandOver;
import io.patchbay.intake.InboxFollower;
import io.patchbay.intake.Intake;
import io.patchbay.intake.lmtp.LmtpAddress;
import io.patchbay.intake.lmtp.LmtpLimits;
import io.patchbay.intake.lmtp.LmtpServer;
import io.patchbay.intake.mirror.MirrorFollower;
import io.patchbay.intake.source.ReadMarks;
import io.patchbay.tracker.Store;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The doors of a server through which mail comes by itself. They are open from birth to close. */
final class MailListeners implements AutoCloseable {

    // How late a followed folder's mails may be taken.
    private static final Duration LOOK_PAUSE = Duration.ofSeconds(1);

    // How late a project that begins to follow a mirror is noticed.
    private static final Duration MIRRORS_PAUSE = Duration.ofSeconds(2);

    private final List<LmtpServer> lmtp = new ArrayList<>();
    private final List<InboxFollower> followers = new ArrayList<>();
    private @Nullable HandOver handOver;
    private @Nullable MirrorFollower mirrors;

    /**
     * @param host what the server calls itself
     */
    MailListeners(MailConfig config, String host, Store store, InstantSource clock, Intake intake)
            throws IOException {
        try {
            for (var address : config.lmtp()) {
                lmtp.add(
                        LmtpServer.listen(
                                address, host, intake.delivery(), intake.gate(), LmtpLimits.USUAL));
            }
            if (config.handOver() != null) {
                handOver = HandOver.listen(config.handOver(), intake.delivery());
            }
            for (var followed : config.followed()) {
                followers.add(
                        new InboxFollower(
                                followed.folder(),
                                followed.listId()
                                        .map(intake.filing()::under)
                                        .orElse(intake.filing()),
                                ReadMarks.in(store, followed.listId()),
                                intake.gate(),
                                intake.quarantine(),
                                LOOK_PAUSE));
            }
            if (config.mirrors() != null) {
                mirrors = new MirrorFollower(store, clock, intake, config.mirrors(), MIRRORS_PAUSE);
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** With the ports that were given. */
    List<LmtpAddress> lmtpAddresses() {
        return lmtp.stream().map(LmtpServer::address).toList();
    }

    /** Returns when what is on its way is filed. */
    @Override
    public void close() {
        lmtp.forEach(LmtpServer::close);
        if (handOver != null) {
            handOver.close();
        }
        followers.forEach(InboxFollower::close);
        if (mirrors != null) {
            mirrors.close();
        }
    }
}
