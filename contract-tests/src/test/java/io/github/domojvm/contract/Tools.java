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

/** Installs the tools once per run, even with concurrent builds, and starts them. */
final class Tools {
    private static ToolRuntime runtime;

    private Tools() {}

    /**
     * Starts a Prism that responds with the examples of the description and rejects requests that violate the
     * description.
     */
    static Prism mock() {
        return prism("prism-mock", List.of("mock", "--errors"));
    }

    /**
     * Starts a Prism proxy that rejects requests and responses that violate the description. An invalid response
     * becomes a status 500.
     */
    static Prism strictProxy(URI upstream) {
        return prism("prism-strict-proxy", List.of("proxy", "--errors"), upstream.toString());
    }

    /**
     * Starts a Prism proxy that forwards everything and reports violations of the description in a header. Several
     * proxies may run, each with a separate log.
     */
    static Prism observingProxy(String log, URI upstream) {
        return prism(log, List.of("proxy"), upstream.toString());
    }

    private static Prism prism(String log, List<String> options, String... upstream) {
        try {
            List<String> command = runtime().prism(Folders.spec(), freePort(), options, upstream);
            return Prism.start(command, Folders.log(log));
        } catch (IOException broken) {
            throw new IllegalStateException("Prism could not be started. " + broken.getMessage(), broken);
        }
    }

    static Command.Outcome lint(Path spec) throws IOException, InterruptedException {
        return Command.run(runtime().redocly(spec), spec, Folders.log("redocly"));
    }

    /** Returns whether Node is the runtime, so that Node programs can use the locked packages. */
    static boolean haveNode() {
        return runtime() == ToolRuntime.NODE;
    }

    /** Writes the reference page. */
    static Command.Outcome reference(Path page) throws IOException, InterruptedException {
        Files.createDirectories(page.getParent());
        return Command.run(
                runtime().reference(Folders.MODULE.getParent(), page), Folders.MODULE, Folders.log("reference"));
    }

    private static synchronized ToolRuntime runtime() {
        if (runtime == null) {
            ToolRuntime chosen = ToolRuntime.choose(System.getProperty("prism"), Tools::isAvailable);
            if (chosen == ToolRuntime.NODE) {
                install(Folders.MODULE, Folders.TARGET);
            }
            runtime = chosen;
        }
        return runtime;
    }

    private static boolean isAvailable(ToolRuntime candidate) {
        return candidate == ToolRuntime.NODE
                ? Command.succeeds("node", "-e", "process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)")
                        && Command.succeeds("npm", "--version")
                : Command.succeeds("docker", "info");
    }

    /**
     * Runs {@code npm ci} if required. The file lock prevents a second build in the same folder from deleting packages
     * that the first one uses.
     */
    private static void install(Path folder, Path target) {
        try {
            Files.createDirectories(target);
            try (FileChannel file = FileChannel.open(
                            target.resolve("npm.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = file.lock()) {
                if (lock.isValid() && isInstallRequired(folder)) {
                    runNpm(folder, target.resolve("npm-ci.log"));
                }
            }
        } catch (IOException broken) {
            throw new IllegalStateException(
                    "npm ci could not be started in " + folder + ". " + broken.getMessage(), broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("npm ci was interrupted.", interrupted);
        }
    }

    private static void runNpm(Path folder, Path log) throws IOException, InterruptedException {
        List<String> command = List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
        Command.Outcome outcome = Command.run(command, folder, log);
        if (outcome.exitCode() != 0) {
            throw new IllegalStateException("npm ci failed in " + folder + " with exit code " + outcome.exitCode()
                    + ". Check that npm can reach its registry, and run the tests again. Output:\n" + outcome.output());
        }
    }

    /** Returns whether the installed packages are missing or older than the lock file. */
    static boolean isInstallRequired(Path folder) throws IOException {
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
