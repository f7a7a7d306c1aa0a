package io.patchbay.qmp;

import io.patchbay.qmp.schema.Name;

/** The version that clients are told: of the product, in the place where QEMU puts its own. */
public record Version(Number qemu, @Name("package") String label) {

    public record Number(long major, long minor, long micro) {}

    public static Version of(int major, int minor, int micro, String label) {
        return new Version(new Number(major, minor, micro), label);
    }
}
