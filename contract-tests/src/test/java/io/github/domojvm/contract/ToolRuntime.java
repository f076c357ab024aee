package io.github.domojvm.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The commands of Prism and Redocly, run either by Node from the locked packages or by Docker from their images. */
enum ToolRuntime {
    NODE {
        @Override
        List<String> prism(Path spec, int freePort, List<String> options, String... upstream) {
            List<String> command = new ArrayList<>(List.of("node", script("@stoplight/prism-cli/dist/index.js")));
            command.addAll(options);
            command.addAll(List.of("-p", "0", spec.resolve(ROOT_FILE).toString()));
            command.addAll(List.of(upstream));
            return command;
        }

        @Override
        List<String> redocly(Path spec) {
            return List.of("node", script("@redocly/cli/bin/cli.js"), "lint", "--config", "redocly.yaml", API);
        }

        @Override
        List<String> reference(Path project, Path page) {
            return List.of("node", REFERENCE, page.toString());
        }
    },
    DOCKER {
        @Override
        List<String> prism(Path spec, int freePort, List<String> options, String... upstream) {
            // The upstream listens on loopback, which only the host network can reach.
            boolean proxy = upstream.length > 0;
            List<String> command = new ArrayList<>(List.of("docker", "run", "--rm", "--init"));
            command.addAll(
                    proxy ? List.of("--network", "host") : List.of("-p", "127.0.0.1:" + freePort + ":" + freePort));
            command.addAll(List.of("-v", spec + ":/spec:ro", "stoplight/prism:" + PRISM_VERSION));
            command.addAll(options);
            command.addAll(List.of("-h", proxy ? "127.0.0.1" : "0.0.0.0", "-p", String.valueOf(freePort)));
            command.add("/spec/" + ROOT_FILE);
            command.addAll(List.of(upstream));
            return command;
        }

        @Override
        List<String> redocly(Path spec) {
            List<String> command = new ArrayList<>(List.of("docker", "run", "--rm", "-v", spec + ":/spec:ro"));
            command.addAll(List.of("-w", "/spec", "redocly/cli:" + REDOCLY_VERSION));
            command.addAll(List.of("lint", "--config", "redocly.yaml", API));
            return command;
        }

        @Override
        List<String> reference(Path project, Path page) {
            List<String> command = new ArrayList<>(List.of("docker", "run", "--rm", "-v", project + ":/project:ro"));
            command.addAll(List.of("-v", page.getParent() + ":/page", "-w", "/project/contract-tests"));
            command.addAll(List.of("--entrypoint", "node", "redocly/cli:" + REDOCLY_VERSION));
            command.addAll(List.of(REFERENCE, "/page/" + page.getFileName()));
            return command;
        }
    };

    static final String PRISM_VERSION = "5.14.2";
    static final String REDOCLY_VERSION = "2.77.0";
    private static final String ROOT_FILE = "domo.openapi.yaml";
    private static final String API = "domo";
    private static final String REFERENCE = "src/test/node/reference.mjs";

    /**
     * Returns the command that starts Prism. Node lets Prism choose its port; Docker uses the given free port. Only a
     * proxy has an upstream.
     */
    abstract List<String> prism(Path spec, int freePort, List<String> options, String... upstream);

    /** Returns the command that lints the description; its working folder is the folder of the description. */
    abstract List<String> redocly(Path spec);

    /**
     * Returns the command that writes the reference page; its working folder is this module. The page contains its
     * script and needs no network.
     */
    abstract List<String> reference(Path project, Path page);

    /** Returns the runtime that {@code -Dprism} names; by default Node, or Docker if Node is not available. */
    static ToolRuntime choose(String named, Predicate<ToolRuntime> available) {
        if (named == null || named.isBlank()) {
            return Arrays.stream(values())
                    .filter(available)
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalStateException(
                                    "The contract tests require Prism, but found neither Node 20 with npm nor a running"
                                            + " Docker daemon. Install Node 20 or newer, or start Docker, and run the tests again."));
        }
        ToolRuntime runtime = Arrays.stream(values())
                .filter(value -> value.name().equals(named.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("-Dprism must be node or docker, not \"" + named + "\"."));
        if (!available.test(runtime)) {
            throw new IllegalStateException(
                    "-Dprism=" + named + " is set, but " + runtime.absence() + " and run the tests again.");
        }
        return runtime;
    }

    private String absence() {
        return this == NODE
                ? "Node 20 with npm was not found. Install Node 20 or newer"
                : "no Docker daemon responds. Start Docker";
    }

    private static String script(String path) {
        return Folders.MODULE.resolve("node_modules").resolve(path).toString();
    }
}
