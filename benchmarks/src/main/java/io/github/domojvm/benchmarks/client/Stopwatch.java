package io.github.domojvm.benchmarks.client;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Measures rounds within a process and prints a line for each, {@code round <seconds> <CPU seconds>}, with the CPU time
 * of all threads of the process.
 */
public final class Stopwatch {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final double NANOS = 1e9;

    private Stopwatch() {}

    /**
     * A round.
     *
     * @param <X> the checked exception
     */
    @FunctionalInterface
    public interface Round<X extends Exception> {
        /**
         * Performs the measured work.
         *
         * @throws X if it fails
         */
        void run() throws X;
    }

    /**
     * Measures rounds.
     *
     * @param <X> the checked exception of a round
     * @param rounds the number of rounds
     * @param round the work
     * @throws X if a round fails
     */
    public static <X extends Exception> void measure(int rounds, Round<X> round) throws X {
        for (int i = 0; i < rounds; i++) {
            long cpu = SYSTEM.getProcessCpuTime();
            long start = System.nanoTime();
            round.run();
            double seconds = (System.nanoTime() - start) / NANOS;
            System.out.println("round " + seconds + " " + (SYSTEM.getProcessCpuTime() - cpu) / NANOS);
        }
    }

    /**
     * Prints a value for the harness.
     *
     * @param name the name, without spaces
     * @param value the value
     */
    public static void print(String name, double value) {
        System.out.println("value " + name + " " + value);
    }
}
