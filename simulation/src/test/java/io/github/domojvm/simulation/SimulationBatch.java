package io.github.domojvm.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Runs the simulations of many seeds, two at a time, since seeds are independent of each other. */
final class SimulationBatch {
    private static final int WORKERS = 2;
    /** In memory where there is such a folder: a simulation writes its journal to the disk after each step. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private SimulationBatch() {}

    /** Adds the results of the seeds from the first one on to the totals. */
    static void run(long first, long count, int faultPercent, SimulationTotals totals) {
        AtomicLong next = new AtomicLong(first);
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                ends.add(workers.submit(() -> {
                    for (long seed = next.getAndIncrement(); seed < first + count; seed = next.getAndIncrement()) {
                        totals.add(run(seed, faultPercent));
                    }
                }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            workers.shutdownNow();
        }
    }

    /** Runs one seed in an empty folder. */
    static SimulationResult run(long seed, int faultPercent) {
        return inFolder(folder -> Simulation.run(seed, faultPercent, folder));
    }

    /** Runs one seed in an empty folder, with the records of the journal in the trace. */
    static SimulationResult replay(long seed, int faultPercent) {
        return inFolder(folder -> Simulation.replay(seed, faultPercent, folder));
    }

    private interface Task {
        SimulationResult run(Path folder);
    }

    private static SimulationResult inFolder(Task task) {
        try {
            Path folder = Files.isWritable(MEMORY)
                    ? Files.createTempDirectory(MEMORY, "simulation")
                    : Files.createTempDirectory("simulation");
            try {
                return task.run(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
