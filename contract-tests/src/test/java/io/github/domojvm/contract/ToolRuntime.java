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
        List<String> prism(Path spec, int freePort, List<String> options, String... upstream) {
            List<String> words = new ArrayList<>(List.of("node", script("@stoplight/prism-cli/dist/index.js")));
            words.addAll(options);
            words.addAll(List.of("-p", "0", spec.resolve(ROOT_FILE).toString()));
            words.addAll(List.of(upstream));
            return words;
        }

        @Override
        List<String> redocly(Path spec) {
            return List.of("node", script("@redocly/cli/bin/cli.js"), "lint", "--config", "redocly.yaml", API);
        }

        @Override
        List<String> reference(Path spec, Path page) {
            return build(List.of("node", script("@redocly/cli/bin/cli.js")), page.toString());
        }
    },
    DOCKER {
        @Override
        List<String> prism(Path spec, int freePort, List<String> options, String... upstream) {
            // Only in the host's own network does the upstream on loopback answer.
            boolean proxy = upstream.length > 0;
            List<String> words = new ArrayList<>(List.of("docker", "run", "--rm", "--init"));
            words.addAll(
                    proxy ? List.of("--network", "host") : List.of("-p", "127.0.0.1:" + freePort + ":" + freePort));
            words.addAll(List.of("-v", spec + ":/spec:ro", "stoplight/prism:" + PRISM_VERSION));
            words.addAll(options);
            words.addAll(List.of("-h", proxy ? "127.0.0.1" : "0.0.0.0", "-p", String.valueOf(freePort)));
            words.add("/spec/" + ROOT_FILE);
            words.addAll(List.of(upstream));
            return words;
        }

        @Override
        List<String> redocly(Path spec) {
            List<String> words = new ArrayList<>(List.of("docker", "run", "--rm", "-v", spec + ":/spec:ro"));
            words.addAll(List.of("-w", "/spec", "redocly/cli:" + REDOCLY_VERSION));
            words.addAll(List.of("lint", "--config", "redocly.yaml", API));
            return words;
        }

        @Override
        List<String> reference(Path spec, Path page) {
            List<String> words = new ArrayList<>(List.of("docker", "run", "--rm", "-v", spec + ":/spec:ro"));
            words.addAll(List.of("-v", page.getParent() + ":/page", "-w", "/spec", "redocly/cli:" + REDOCLY_VERSION));
            return build(words, "/page/" + page.getFileName());
        }
    };

    static final String PRISM_VERSION = "5.14.2";
    static final String REDOCLY_VERSION = "2.77.0";
    private static final String ROOT_FILE = "domo.openapi.yaml";
    private static final String API = "domo";

    /**
     * What starts Prism; it listens on a port of its own choice, or on the free one where it cannot choose. A proxy is
     * told the server behind it, and nothing else is.
     */
    abstract List<String> prism(Path spec, int freePort, List<String> options, String... upstream);

    /** What lints the description in this folder, started there. */
    abstract List<String> redocly(Path spec);

    /**
     * What writes the description as a page, started in its folder. The page brings its script along and needs no
     * network.
     */
    abstract List<String> reference(Path spec, Path page);

    private static List<String> build(List<String> redocly, String page) {
        List<String> words = new ArrayList<>(redocly);
        words.addAll(List.of("build-docs", "--config", "redocly.yaml", API, "--inlineBundle", "-o", page));
        return words;
    }

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
