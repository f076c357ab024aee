package io.github.domojvm.benchmarks.harness;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Finds the programs that the measurements use if they are installed. */
public final class Tools {
    private Tools() {}

    /**
     * Returns the path of an executable.
     *
     * @param name the name, such as {@code pigz}
     * @return the path; empty if it is not installed
     */
    public static Optional<String> find(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
