package io.patchbay.intake;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;

/** What the intake has done, for whoever watches it: how much, how fast, and what went wrong. */
public final class IntakeMeter {

    /** Over how many seconds the rate is taken. */
    public static final int WINDOW_SECONDS = 60;

    private final InstantSource clock;
    private final long[] mailsInSecond = new long[WINDOW_SECONDS];
    private long newestSecond;
    private long total;
    private @Nullable Trouble lastTrouble;

    public IntakeMeter(InstantSource clock) {
        this.clock = clock;
    }

    /** That a mail was put off or not filed. */
    public record Trouble(Instant when, String what) {}

    /** So many mails came to their end. */
    public synchronized void took(int mails) {
        advance();
        mailsInSecond[(int) (newestSecond % WINDOW_SECONDS)] += mails;
        total += mails;
    }

    public synchronized void failed(String what) {
        lastTrouble = new Trouble(clock.instant(), what);
    }

    /** Mails a second, over the last minute. */
    public synchronized double rate() {
        advance();
        long mails = 0;
        for (long second : mailsInSecond) {
            mails += second;
        }
        return (double) mails / WINDOW_SECONDS;
    }

    /** Since the server was started. */
    public synchronized long total() {
        return total;
    }

    public synchronized @Nullable Trouble lastTrouble() {
        return lastTrouble;
    }

    /** Clears the seconds that have passed since anything was counted. */
    private void advance() {
        long now = clock.instant().getEpochSecond();
        long passed = Math.min(now - newestSecond, WINDOW_SECONDS);
        for (long second = now - passed + 1; second <= now; second++) {
            mailsInSecond[(int) (second % WINDOW_SECONDS)] = 0;
        }
        newestSecond = Math.max(now, newestSecond);
    }
}
