package io.github.domojvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a call must not leave in this process. */
public final class Leftovers {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private Leftovers() {}

    /** Closes a client, and waits until it has no thread and the server has no connection. */
    public static void awaitNone(DomoClient domo, HoldingServer server) {
        domo.close();
        while (!threads().isEmpty() || server.openConnections() > 0) {
            Thread.onSpinWait();
        }
    }

    /** Returns the files in a folder that this process has open; none where the system does not list them. */
    public static List<Path> openFiles(Path folder) throws IOException {
        if (!Files.isDirectory(DESCRIPTORS)) {
            return List.of();
        }
        try (Stream<Path> descriptors = Files.list(DESCRIPTORS)) {
            return descriptors
                    .map(Leftovers::target)
                    .filter(file -> file.startsWith(folder))
                    .toList();
        }
    }

    /**
     * OkHttp shares its threads between all clients of a process, so one counts only while it works for a connection.
     */
    private static List<String> threads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().matches("domo-(upload|part)-.*")
                        || Arrays.stream(thread.getValue())
                                .anyMatch(frame -> frame.getClassName().startsWith("okhttp3.internal.connection.")))
                .map(thread -> thread.getKey().getName())
                .toList();
    }

    private static Path target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor);
        } catch (IOException e) {
            // The descriptor of the list itself, which is closed by now.
            return descriptor;
        }
    }
}
