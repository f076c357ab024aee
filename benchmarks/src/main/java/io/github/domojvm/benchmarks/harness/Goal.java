package io.github.domojvm.benchmarks.harness;

/** A group of goals that share runs. */
@FunctionalInterface
public interface Goal {
    /**
     * Measures the goals.
     *
     * @param bench runs the programs
     * @param results receives the ratios
     * @throws Exception if a program cannot be run
     */
    void measure(Bench bench, Results results) throws Exception;
}
