package io.patchbay.server;

import io.patchbay.intake.IntakeWatcher;
import io.patchbay.intake.Outcomes;
import io.patchbay.qmp.json.JsonObject;

import java.nio.file.Path;
import java.util.Optional;

/** An ingest that a server does, followed by its events. */
public final class FollowedJob {

    /** What is taken: where the server finds it, and what the person who asked calls it. */
    public record Source(Path path, String name) {

        String named(String text) {
            return text.startsWith(path.toString())
                    ? name + text.substring(path.toString().length())
                    : text;
        }
    }

    private final String id;
    private final Source source;
    private final long bytesBefore;
    private final IntakeWatcher watcher;
    private long mails;
    private long size;

    /**
     * @param bytesBefore what other jobs of the same verb have read
     */
    public FollowedJob(String id, Source source, long bytesBefore, IntakeWatcher watcher) {
        this.id = id;
        this.source = source;
        this.bytesBefore = bytesBefore;
        this.watcher = watcher;
    }

    /** Takes an event, of this job or not; what became of the mails if that was its end. */
    public Optional<Outcomes> heard(JsonObject event) {
        var data = event.object("data").orElseGet(JsonObject::new);
        if (!data.text("id").or(() -> data.text("job")).filter(id::equals).isPresent()) {
            return Optional.empty();
        }
        switch (event.text("event").orElse("")) {
            case "JOB_PROGRESS" -> progressed(data);
            case "MAIL_REFUSED" ->
                    watcher.refused(
                            source.named(data.text("origin").orElse("")),
                            data.text("reason").orElse(""));
            case "JOB_ENDED" -> {
                return Optional.of(ended(data));
            }
            default -> {
                // Nothing that matters to whoever waits for the end.
            }
        }
        return Optional.empty();
    }

    private void progressed(JsonObject data) {
        long now = data.integer("mails").orElse(mails);
        long bytes = data.integer("done").orElse(0L);
        size = Math.max(bytes, data.integer("of").orElse(0L));
        watcher.advanced(Math.toIntExact(now - mails), bytesBefore + bytes);
        mails = now;
    }

    private Outcomes ended(JsonObject data) {
        return data.object("mails")
                .map(MailCounts::of)
                .orElseThrow(() ->
                        new Refusal(source.named(data.text("result").orElse("the job failed"))));
    }

    /** By this job and those before it. */
    public long bytesRead() {
        return bytesBefore + size;
    }
}
