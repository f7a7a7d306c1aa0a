package io.patchbay.qmp.json;

/**
 * How large one incoming message may be: bytes of its tokens, number of tokens, open brackets (spec
 * §3.2).
 */
public record Limits(int bytes, int tokens, int depth) {

    public static final Limits QEMU = new Limits(64 * 1024 * 1024, 2 * 1024 * 1024, 1024);

    public Limits {
        if (bytes < 1 || tokens < 1 || depth < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }
}
