package io.github.domojvm.cli.command;

import java.nio.file.Path;

/** The committed files. */
final class Samples {
    private Samples() {}

    static Path path(String name) {
        return Path.of("..", "samples", name);
    }
}
