package io.github.domojvm.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Everything that the commands of a test run printed, in which the build searches for secrets. */
final class Transcript {
    /** The number of this JVM among those that run tests at the same time. */
    static final String JVM = System.getProperty("surefire.forkNumber", "1");

    private static final Path FILE =
            Path.of("target", "commands-" + JVM + ".txt").toAbsolutePath();

    static {
        write("", StandardOpenOption.TRUNCATE_EXISTING);
    }

    private Transcript() {}

    static void add(String text) {
        write(text, StandardOpenOption.APPEND);
    }

    private static synchronized void write(String text, StandardOpenOption option) {
        try {
            Files.writeString(FILE, text, StandardOpenOption.CREATE, StandardOpenOption.WRITE, option);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
