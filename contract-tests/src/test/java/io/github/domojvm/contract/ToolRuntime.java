package io.github.domojvm.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Says how Prism and Redocly are called: by Node from the locked package.json, or by Docker from their images. */
enum ToolRuntime {
    NODE {
        @Override
        List<String> prism(Path spec, int freePort, List<String> options) {
            List<String> words = new ArrayList<>(List.of("node", script("@stoplight/prism-cli/dist/index.js")));
            words.addAll(options);
            words.addAll(List.of("-p", "0", spec.resolve(ROOT_FILE).toString()));
            return words;
        }

        @Override
        List<String> redocly(Path spec) {
            return List.of("node", script("@redocly/cli/bin/cli.js"), "lint", "--config", "redocly.yaml", API);
        }
    },
    DOCKER {
        @Override
        List<String> prism(Path spec, int freePort, List<String> options) {
            List<String> words = new ArrayList<>(List.of("docker", "run", "--rm", "--init"));
            words.addAll(List.of("-p", "127.0.0.1:" + freePort + ":" + freePort));
            words.addAll(List.of("-v", spec + ":/spec:ro", "stoplight/prism:" + PRISM_VERSION));
            words.addAll(options);
            words.addAll(List.of("-h", "0.0.0.0", "-p", String.valueOf(freePort), "/spec/" + ROOT_FILE));
            return words;
        }

        @Override
        List<String> redocly(Path spec) {
            List<String> words = new ArrayList<>(List.of("docker", "run", "--rm", "-v", spec + ":/spec:ro"));
            words.addAll(List.of("-w", "/spec", "redocly/cli:" + REDOCLY_VERSION));
            words.addAll(List.of("lint", "--config", "redocly.yaml", API));
            return words;
        }
    };

    static final String PRISM_VERSION = "5.14.2";
    static final String REDOCLY_VERSION = "2.77.0";
    private static final String ROOT_FILE = "domo.openapi.yaml";
    private static final String API = "domo";

    /** What starts Prism; it listens on a port of its own choice, or on the free one where it cannot choose. */
    abstract List<String> prism(Path spec, int freePort, List<String> options);

    /** What lints the description in this folder, started there. */
    abstract List<String> redocly(Path spec);

    /** The one that {@code -Dprism} names; without it Node if it is there, else Docker. */
    static ToolRuntime choose(String named, Predicate<ToolRuntime> there) {
        if (named == null || named.isBlank()) {
            return Arrays.stream(values())
                    .filter(there)
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalStateException(
                                    "The contract tests need Prism, and found neither Node 20 with"
                                            + " npm nor a running Docker. Install Node 20 or newer, or start Docker, and repeat."));
        }
        ToolRuntime runtime = Arrays.stream(values())
                .filter(value -> value.name().equals(named.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("-Dprism must be node or docker, not \"" + named + "\"."));
        if (!there.test(runtime)) {
            throw new IllegalStateException(
                    "The contract tests were told -Dprism=" + named + ", but " + runtime.absence() + ", and repeat.");
        }
        return runtime;
    }

    private String absence() {
        return this == NODE
                ? "there is no Node 20 with npm. Install Node 20 or newer"
                : "no Docker daemon answers. Start Docker";
    }

    private static String script(String path) {
        return Folders.MODULE.resolve("node_modules").resolve(path).toString();
    }
}
