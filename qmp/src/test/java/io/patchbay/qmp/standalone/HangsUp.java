package io.patchbay.qmp.standalone;

import io.patchbay.qmp.Altered;

import java.util.Arrays;

/** A server that does what the patch series forbids: it hangs up after a monitor's self-removal. */
final class HangsUp {

    private HangsUp() {}

    public static void main(String[] arguments) throws InterruptedException {
        Standalone.start(Arrays.asList(arguments), Altered::hangUpAfterSelfRemoval);
    }
}
