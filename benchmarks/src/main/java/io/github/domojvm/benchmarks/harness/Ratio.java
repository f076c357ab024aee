package io.github.domojvm.benchmarks.harness;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The ratio of two programs over several pairs of runs.
 *
 * @param median the median
 * @param least the least
 * @param greatest the greatest
 */
public record Ratio(double median, double least, double greatest) {
    /**
     * Divides the runs of one program by those of another, pair by pair.
     *
     * @param first the runs of the first program
     * @param second the runs of the second program, as many
     * @param cost the compared cost
     * @return the ratio
     */
    public static Ratio of(List<Measured> first, List<Measured> second, ToDoubleFunction<Measured> cost) {
        return of(first, cost, second, cost);
    }

    /**
     * Divides the runs of one program by those of another, pair by pair, with a cost for each.
     *
     * @param first the runs of the first program
     * @param firstCost the cost of the first program
     * @param second the runs of the second program, as many
     * @param secondCost the cost of the second program
     * @return the ratio
     */
    public static Ratio of(
            List<Measured> first,
            ToDoubleFunction<Measured> firstCost,
            List<Measured> second,
            ToDoubleFunction<Measured> secondCost) {
        double[] ratios = new double[first.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = firstCost.applyAsDouble(first.get(i)) / secondCost.applyAsDouble(second.get(i));
        }
        return of(ratios);
    }

    /**
     * Summarizes ratios.
     *
     * @param ratios at least one
     * @return the ratio
     */
    public static Ratio of(double... ratios) {
        double[] sorted = ratios.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Ratio(median, sorted[0], sorted[sorted.length - 1]);
    }

    /**
     * Returns the median of a cost.
     *
     * @param runs the runs of one program
     * @param cost the cost
     * @return the median
     */
    public static double median(List<Measured> runs, ToDoubleFunction<Measured> cost) {
        return of(runs.stream().mapToDouble(cost).toArray()).median();
    }
}
