package io.github.domojvm.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs a command and waits for its end. The output goes to a file, because the forked test JVM uses standard output.
 */
final class Command {
    private static final Map<String, String> QUIET = Map.of(
            "NO_COLOR", "1", "FORCE_COLOR", "0", "REDOCLY_TELEMETRY", "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");

    record Outcome(int exitCode, String output) {}

    private Command() {}

    /** Returns a process with a merged output stream, and without colors, telemetry and update notices. */
    static ProcessBuilder prepare(List<String> command, Path folder) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(QUIET);
        return builder;
    }

    static Outcome run(List<String> command, Path folder, Path log) throws IOException, InterruptedException {
        return run(prepare(command, folder), log);
    }

    /** Runs a {@linkplain #prepare prepared} command, for example with additional environment variables. */
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

    /** Returns whether the command succeeds. For example, {@code docker info} fails without a daemon. */
    static boolean succeeds(String... command) {
        try {
            return run(List.of(command), Folders.MODULE, Folders.log("probe-" + command[0]))
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
