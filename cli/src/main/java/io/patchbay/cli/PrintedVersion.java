package io.patchbay.cli;

import io.patchbay.server.Version;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class PrintedVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"patchbay " + Version.NUMBER};
    }
}
