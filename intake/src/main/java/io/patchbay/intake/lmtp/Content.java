package io.patchbay.intake.lmtp;

import java.util.Arrays;
import java.util.concurrent.Semaphore;

/**
 * The bytes of a mail while they come, without the dots that were stuffed into them. Only CR LF dot
 * CR LF ends it, and only a dot behind CR LF is taken off: where two systems disagree about this,
 * one mail can be smuggled into another. All other bytes, bare CR and LF too, stay as they are.
 */
final class Content implements AutoCloseable {

    private static final int STEP_KILOBYTES = 64;

    private enum State {
        LINE_BEGINS,
        IN_LINE,
        AFTER_CR,
        AFTER_DOT,
        AFTER_DOT_CR,
        ENDED
    }

    private final int most;
    private final Semaphore kilobytes;
    private State state = State.LINE_BEGINS;
    private byte[] bytes = new byte[0];
    private int length;
    private int heldKilobytes;
    private boolean tooLarge;
    private boolean noMemory;

    /**
     * @param most how many bytes are taken
     * @param kilobytes how many are left for all mails together
     */
    Content(int most, Semaphore kilobytes) {
        this.most = most;
        this.kilobytes = kilobytes;
    }

    /** Takes bytes up to the end of the mail; returns where that is, or {@code to}. */
    int take(byte[] source, int from, int to) {
        int at = from;
        while (at < to && state != State.ENDED) {
            state = next(source[at++]);
        }
        return at;
    }

    private State next(byte letter) {
        return switch (state) {
            case LINE_BEGINS -> letter == '.' ? State.AFTER_DOT : inLine(letter);
            case IN_LINE -> inLine(letter);
            case AFTER_CR -> afterCr(letter);
            case AFTER_DOT -> letter == '\r' ? State.AFTER_DOT_CR : inLine(letter);
            case AFTER_DOT_CR -> {
                if (letter == '\n') {
                    yield State.ENDED;
                }
                add((byte) '\r');
                yield afterCr(letter);
            }
            case ENDED -> State.ENDED;
        };
    }

    private State inLine(byte letter) {
        add(letter);
        return letter == '\r' ? State.AFTER_CR : State.IN_LINE;
    }

    private State afterCr(byte letter) {
        if (letter != '\n') {
            return inLine(letter);
        }
        add(letter);
        return State.LINE_BEGINS;
    }

    private void add(byte letter) {
        if (tooLarge || noMemory) {
            return;
        }
        if (length == bytes.length && !grow()) {
            close();
            return;
        }
        bytes[length++] = letter;
    }

    private boolean grow() {
        if (length == most) {
            tooLarge = true;
            return false;
        }
        int larger = (int) Math.min(most, Math.max(STEP_KILOBYTES << 10, 2L * bytes.length));
        int more = (larger >> 10) - heldKilobytes;
        if (!kilobytes.tryAcquire(more)) {
            noMemory = true;
            return false;
        }
        heldKilobytes += more;
        bytes = Arrays.copyOf(bytes, larger);
        return true;
    }

    boolean hasEnded() {
        return state == State.ENDED;
    }

    /** More came than was allowed; nothing is left of it. */
    boolean isTooLarge() {
        return tooLarge;
    }

    /** Others have taken the memory; nothing is left of it. */
    boolean lacksMemory() {
        return noMemory;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Gives the memory back to the others. */
    @Override
    public void close() {
        kilobytes.release(heldKilobytes);
        heldKilobytes = 0;
        bytes = new byte[0];
        length = 0;
    }
}
