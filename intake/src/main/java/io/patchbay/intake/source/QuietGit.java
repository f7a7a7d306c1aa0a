package io.patchbay.intake.source;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

import java.io.File;

/**
 * Keeps JGit from reading and writing outside the repositories it is given: left alone it looks for
 * the configuration of the person who runs it, starts {@code git} to find that of the machine, and
 * writes down in the home folder how exact the file system's clock is.
 */
public final class QuietGit extends SystemReader.Delegate {

    private QuietGit(SystemReader usual) {
        super(usual);
    }

    public static void install() {
        SystemReader.setInstance(new QuietGit(SystemReader.getInstance()));
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
        return new NoConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
        return new NoConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
        return new NoConfig(parent, fs);
    }

    private static final class NoConfig extends FileBasedConfig {

        NoConfig(Config parent, FS fs) {
            super(parent, new File("/dev/null"), fs);
        }

        @Override
        public void load() {}

        @Override
        public void save() {}

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
