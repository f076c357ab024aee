package io.github.domojvm.cli.command;

import java.nio.file.Path;

/** Locates the sample files of the repository. */
final class Samples {
    private Samples() {}

    static Path path(String name) {
        return Path.of("..", "samples", name);
    }
}
