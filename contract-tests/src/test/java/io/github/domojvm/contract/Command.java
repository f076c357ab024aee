package io.github.domojvm.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs a command to its end. Its output goes to a file, since a forked test run owns standard output. */
final class Command {
    private static final Map<String, String> QUIET = Map.of(
            "NO_COLOR", "1", "FORCE_COLOR", "0", "REDOCLY_TELEMETRY", "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");

    record Outcome(int exitCode, String output) {}

    private Command() {}

    /** A process of these words, its streams joined, with colours and chatter switched off. */
    static ProcessBuilder prepare(List<String> words, Path folder) {
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(QUIET);
        return builder;
    }

    static Outcome run(List<String> words, Path folder, Path log) throws IOException, InterruptedException {
        return run(prepare(words, folder), log);
    }

    /** Runs a {@linkplain #prepare prepared} command whose environment has more in it. */
    static Outcome run(ProcessBuilder prepared, Path log) throws IOException, InterruptedException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        Process process = prepared.redirectOutput(log.toFile()).start();
        try {
            int exitCode = process.waitFor();
            return new Outcome(exitCode, Files.readString(log, StandardCharsets.UTF_8));
        } finally {
            process.destroy();
        }
    }

    /** Whether the command is there and willing, as {@code docker info} is not without a daemon. */
    static boolean succeeds(String... words) {
        try {
            return run(List.of(words), Folders.MODULE, Folders.TARGET.resolve("probe-" + words[0] + ".log"))
                            .exitCode()
                    == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
