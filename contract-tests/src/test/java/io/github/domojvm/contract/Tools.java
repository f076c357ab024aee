package io.github.domojvm.contract;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Gets the tools ready, once however many tests and builds ask, and starts them. */
final class Tools {
    private static ToolRuntime runtime;

    private Tools() {}

    /**
     * A Prism that plays the service from the examples of the description, and refuses what the description does not
     * allow.
     */
    static Prism mock() {
        return prism("prism-mock.log", List.of("mock", "--errors"));
    }

    /**
     * A Prism in front of a server, that refuses what the description does not allow, of the caller as of the server:
     * what the server may not answer becomes a 500.
     */
    static Prism strictProxy(URI upstream) {
        return prism("prism-strict-proxy.log", List.of("proxy", "--errors"), upstream.toString());
    }

    /**
     * A Prism in front of a server, that lets everything pass and says in a header what the description does not allow.
     * There may be several, each with a log of its own.
     */
    static Prism observingProxy(String log, URI upstream) {
        return prism(log, List.of("proxy"), upstream.toString());
    }

    private static Prism prism(String log, List<String> options, String... upstream) {
        try {
            List<String> words = runtime().prism(Folders.spec(), freePort(), options, upstream);
            return Prism.start(words, Folders.TARGET.resolve(log));
        } catch (IOException broken) {
            throw new IllegalStateException("Prism could not be started: " + broken.getMessage(), broken);
        }
    }

    static Command.Outcome lint(Path spec) throws IOException, InterruptedException {
        return Command.run(runtime().redocly(spec), spec, Folders.TARGET.resolve("redocly.log"));
    }

    /** Whether programs for Node can run, with the locked packages at hand. */
    static boolean haveNode() {
        return runtime() == ToolRuntime.NODE;
    }

    /** Writes the description as a page for people. */
    static Command.Outcome reference(Path page) throws IOException, InterruptedException {
        Files.createDirectories(page.getParent());
        return Command.run(
                runtime().reference(Folders.spec(), page), Folders.spec(), Folders.TARGET.resolve("reference.log"));
    }

    private static synchronized ToolRuntime runtime() {
        if (runtime == null) {
            ToolRuntime chosen = ToolRuntime.choose(System.getProperty("prism"), Tools::isThere);
            if (chosen == ToolRuntime.NODE) {
                install(Folders.MODULE, Folders.TARGET);
            }
            runtime = chosen;
        }
        return runtime;
    }

    private static boolean isThere(ToolRuntime candidate) {
        return candidate == ToolRuntime.NODE
                ? Command.succeeds("node", "-e", "process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)")
                        && Command.succeeds("npm", "--version")
                : Command.succeeds("docker", "info");
    }

    /**
     * Runs {@code npm ci} where it is due. The file lock keeps a second build in the same folder from deleting what the
     * first one uses.
     */
    private static void install(Path folder, Path target) {
        try {
            Files.createDirectories(target);
            try (FileChannel file = FileChannel.open(
                            target.resolve("npm.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = file.lock()) {
                if (held.isValid() && isDue(folder)) {
                    fetch(folder, target.resolve("npm-ci.log"));
                }
            }
        } catch (IOException broken) {
            throw new IllegalStateException(
                    "npm ci could not be run in " + folder + ": " + broken.getMessage(), broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("npm ci was interrupted", interrupted);
        }
    }

    private static void fetch(Path folder, Path log) throws IOException, InterruptedException {
        List<String> words = List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
        Command.Outcome outcome = Command.run(words, folder, log);
        if (outcome.exitCode() != 0) {
            throw new IllegalStateException("npm ci ended with " + outcome.exitCode() + " in " + folder
                    + ". Check that npm reaches its registry, and repeat. It said:\n" + outcome.output());
        }
    }

    /** Whether the installed packages are missing or older than the lock file. */
    static boolean isDue(Path folder) throws IOException {
        Path installed = folder.resolve("node_modules").resolve(".package-lock.json");
        return !Files.exists(installed)
                || Files.getLastModifiedTime(installed)
                                .compareTo(Files.getLastModifiedTime(folder.resolve("package-lock.json")))
                        < 0;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
