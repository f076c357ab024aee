package io.github.domojvm.benchmarks.harness;

import java.nio.file.Path;
import java.util.List;

/**
 * A program to measure.
 *
 * @param name the name in the log
 * @param command the executable and its arguments
 * @param uploads whether it uploads the file, so that the sink is asked what it received
 * @param exported the file to which it exports, or null
 */
public record Program(String name, List<String> command, boolean uploads, Path exported) {
    /**
     * Creates a program whose output is not checked.
     *
     * @param name the name in the log
     * @param command the executable and its arguments
     * @return the program
     */
    public static Program of(String name, List<String> command) {
        return new Program(name, List.copyOf(command), false, null);
    }

    /**
     * Returns this program, declared to upload the file.
     *
     * @return a program whose upload is checked after each run
     */
    public Program uploading() {
        return new Program(name, command, true, null);
    }

    /**
     * Returns this program, declared to export the file.
     *
     * @param target the exported file, which is deleted after each run
     * @return a program whose export is checked after each run
     */
    public Program exportingTo(Path target) {
        return new Program(name, command, false, target);
    }
}
