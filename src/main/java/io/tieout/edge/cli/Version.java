package io.tieout.edge.cli;

import picocli.CommandLine.IVersionProvider;

/** Version and runtime, for {@code --version} and support. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var version = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "tieout " + (version == null ? "development build" : version),
            "Java " + Runtime.version() + ", " + System.getProperty("os.name")
        };
    }
}
