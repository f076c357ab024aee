package io.github.domojvm.benchmarks.goals;

import io.github.domojvm.benchmarks.harness.Bench;
import io.github.domojvm.benchmarks.harness.Program;
import io.github.domojvm.benchmarks.harness.Tools;
import java.util.List;
import java.util.Optional;

/** The parallel gzip that uses the same zlib. */
final class Pigz {
    static final String MISSING = "pigz is not installed";

    private Pigz() {}

    /** Returns a program that compresses the file on two threads and discards the result; empty without pigz. */
    static Optional<Program> program(Bench bench, int level) {
        return Tools.find("pigz")
                .map(path -> Program.of(
                        "pigz -" + level,
                        List.of(
                                "/bin/sh",
                                "-c",
                                "exec \"$0\" -p2 -" + level + " -c \"$1\" >/dev/null",
                                path,
                                bench.file().path().toString())));
    }
}
