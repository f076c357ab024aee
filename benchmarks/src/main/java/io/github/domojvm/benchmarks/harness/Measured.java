package io.github.domojvm.benchmarks.harness;

import java.util.List;
import java.util.Map;

/**
 * What one run of a program cost.
 *
 * @param seconds from start to exit of the process
 * @param cpuSeconds user and system time of the process; NaN if GNU time is not installed
 * @param rssMebibytes the peak of the resident memory; NaN if GNU time is not installed
 * @param rounds the rounds that the program measured itself
 * @param values the values that the program printed
 * @param retries the calls that the program retried, with the reason
 * @param wireBytes the bytes of the parts that the sink received from the program
 */
public record Measured(
        double seconds,
        double cpuSeconds,
        double rssMebibytes,
        List<Round> rounds,
        Map<String, Double> values,
        List<String> retries,
        long wireBytes) {
    /**
     * A round within a process.
     *
     * @param seconds the duration
     * @param cpuSeconds the CPU time of all threads
     */
    public record Round(double seconds, double cpuSeconds) {}

    /**
     * Returns the last round: in a program with two, the steady one.
     *
     * @return the round
     */
    public Round last() {
        return rounds.get(rounds.size() - 1);
    }

    Measured withWireBytes(long bytes) {
        return new Measured(seconds, cpuSeconds, rssMebibytes, rounds, values, retries, bytes);
    }
}
