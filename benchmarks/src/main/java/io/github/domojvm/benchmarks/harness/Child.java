package io.github.domojvm.benchmarks.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs a program under GNU time, which reports the CPU time and the peak memory of the whole process. */
final class Child {
    private static final double NANOS = 1e9;
    private static final double KIBIBYTES = 1024;
    /** With a heap that is too small, a program may collect garbage without an end. */
    private static final int LIMIT_MINUTES = 5;

    private final Path folder;
    private final Optional<String> time = Tools.find("time");

    Child(Path folder) {
        this.folder = folder;
        if (time.isEmpty()) {
            System.out.println("CPU time and memory: not measured: GNU time is not installed");
        }
    }

    /**
     * Runs a program.
     *
     * @throws ChildFailedException if its exit code is not 0
     */
    Measured run(Program program) throws InterruptedException {
        try {
            Path usage = folder.resolve("usage.txt");
            Path out = folder.resolve("out.txt");
            Path errors = folder.resolve("errors.txt");
            List<String> command = new ArrayList<>();
            time.ifPresent(path -> command.addAll(List.of(path, "-q", "-f", "%U %S %M", "-o", usage.toString())));
            command.addAll(program.command());
            long start = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(errors.toFile())
                    .start();
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
            }
            int code = process.waitFor();
            double seconds = (System.nanoTime() - start) / NANOS;
            if (code != 0) {
                throw new ChildFailedException(
                        program.name() + " ended with exit code " + code + ": " + Files.readString(errors));
            }
            return measured(seconds, time.isPresent() ? Files.readString(usage).strip() : "NaN NaN NaN", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Measured measured(double seconds, String usage, Path out) throws IOException {
        String[] parts = usage.split(" ", -1);
        List<Measured.Round> rounds = new ArrayList<>();
        Map<String, Double> values = new HashMap<>();
        List<String> retries = new ArrayList<>();
        for (String line : Files.readAllLines(out)) {
            String[] words = line.split(" ", -1);
            if (words[0].equals("round")) {
                rounds.add(new Measured.Round(Double.parseDouble(words[1]), Double.parseDouble(words[2])));
            } else if (words[0].equals("value")) {
                values.put(words[1], Double.parseDouble(words[2]));
            } else if (words[0].equals("retry")) {
                retries.add(line);
            }
        }
        double cpu = Double.parseDouble(parts[0]) + Double.parseDouble(parts[1]);
        return new Measured(seconds, cpu, Double.parseDouble(parts[2]) / KIBIBYTES, rounds, values, retries, 0);
    }
}
