package io.github.domojvm.benchmarks.sdk;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Prints the same lines as the stopwatch of the module benchmarks, which cannot be used with OkHttp 4. */
final class Stopwatch {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final double NANOS = 1e9;

    private Stopwatch() {}

    @FunctionalInterface
    interface Round {
        void run() throws Exception;
    }

    static void measure(int rounds, Round round) throws Exception {
        for (int i = 0; i < rounds; i++) {
            long cpu = SYSTEM.getProcessCpuTime();
            long start = System.nanoTime();
            round.run();
            double seconds = (System.nanoTime() - start) / NANOS;
            System.out.println("round " + seconds + " " + (SYSTEM.getProcessCpuTime() - cpu) / NANOS);
        }
    }
}
