package io.github.domojvm.contract;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running Prism process. {@link #close()} stops it, and so does the end of this JVM. */
final class Prism implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("Prism is listening on http://[^:]+:(\\d+)");

    private final Process process;
    private final Path log;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final Thread killer;

    private Prism(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.killer = new Thread(process::destroy, "prism-killer");
    }

    /** Starts the command and returns when Prism listens; fails with the output if the process ends earlier. */
    static Prism start(List<String> command, Path log) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        Prism prism = new Prism(Command.prepare(command, Folders.MODULE).start(), log);
        Runtime.getRuntime().addShutdownHook(prism.killer);
        Thread reader = new Thread(prism::copyOutput, "prism-log");
        reader.setDaemon(true);
        reader.start();
        try {
            int ignored = prism.port.get();
            return prism;
        } catch (ExecutionException failed) {
            prism.close();
            throw new IllegalStateException(
                    "Prism did not start. Command: " + String.join(" ", command) + "\nOutput: " + Files.readString(log),
                    failed);
        } catch (InterruptedException interrupted) {
            prism.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The start of Prism was interrupted.", interrupted);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port.join());
    }

    Path log() {
        return log;
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /**
     * Copies the output to the log and reads the port from it. The log is closed before the port fails, so that the
     * error message contains the complete output.
     */
    private void copyOutput() {
        try (BufferedReader from = process.inputReader(StandardCharsets.UTF_8);
                BufferedWriter to = Files.newBufferedWriter(log, StandardCharsets.UTF_8)) {
            for (String line = from.readLine(); line != null; line = from.readLine()) {
                to.write(line);
                to.newLine();
                to.flush();
                Matcher found = LISTENING.matcher(line);
                if (found.find()) {
                    port.complete(Integer.valueOf(found.group(1)));
                }
            }
        } catch (IOException closed) {
            port.completeExceptionally(closed);
        }
        port.completeExceptionally(new IllegalStateException("The Prism process ended."));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Runtime.getRuntime().removeShutdownHook(killer);
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IllegalStateException shuttingDown) {
            // The shutdown hook stops the process.
        }
    }
}
