package io.github.domojvm.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdaptiveLevelTest {
    private static final int PARALLELISM = 4;
    private static final long COMPRESSION_NANOS = 50_000_000;
    /** Measured with zlib, for a file of the benchmarks. */
    private static final double[] TIME = {0.1, 1, 1.2, 1.6, 2, 2.7, 3.4, 4.1};

    private static final double[] RATIO = {1, 2.79, 2.92, 3, 3.17, 3.28, 3.34, 3.37};

    @Test
    void theFirstPartIsCompressedFast() {
        assertThat(new AdaptiveLevel(PARALLELISM).getAsInt()).isEqualTo(1);
    }

    @Test
    void aSlowLineGetsTheHighestLevel() {
        List<Integer> levels = new Model(20).upload(40);

        assertThat(levels.subList(0, PARALLELISM)).containsOnly(1);
        assertThat(levels.subList(PARALLELISM + 1, PARALLELISM + 5)).allMatch(level -> level > 1);
        assertThat(levels.subList(20, 40)).containsOnly(7);
    }

    @Test
    void aFastLineGetsUncompressedParts() {
        List<Integer> levels = new Model(0.05).upload(40);

        assertThat(levels.subList(2, 40)).containsOnly(0);
    }

    @Test
    void anIdleLineNeverRaisesTheLevel() {
        AdaptiveLevel level = new AdaptiveLevel(PARALLELISM);
        for (int part = 0; part < 40; part++) {
            assertThat(level.getAsInt()).isLessThanOrEqualTo(1);
            level.partMayStart(0, COMPRESSION_NANOS, 100 * COMPRESSION_NANOS);
        }
    }

    @Test
    void withOnePartInFlightTheLevelFallsAndRises() {
        AdaptiveLevel level = new AdaptiveLevel(1);
        for (int part = 0; part < 100; part++) {
            level.getAsInt();
            level.partMayStart(0, COMPRESSION_NANOS, 1);
        }
        assertThat(level.getAsInt()).isZero();

        for (int part = 0; part < 100; part++) {
            level.getAsInt();
            level.partMayStart(9 * COMPRESSION_NANOS, 10 * COMPRESSION_NANOS, COMPRESSION_NANOS);
        }
        assertThat(level.getAsInt()).isEqualTo(7);
    }

    @Test
    void betweenTwoLevelsBothAreUsed() {
        List<Integer> levels = new Model(1.9).upload(200);

        assertThat(levels.subList(100, 200)).contains(0, 1);
    }

    @Test
    void theLevelFollowsALineThatChanges() {
        Model model = new Model(20);
        model.upload(60);
        model.rawPart = 0.05;
        model.upload(100);

        assertThat(model.upload(20)).containsOnly(0);
        model.rawPart = 20;
        model.upload(60);
        assertThat(model.upload(20)).containsOnly(7);
    }

    /** The time of one level for all parts is what a user would choose who knows the line. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.8, 1.5, 1.9, 3, 5, 8, 12, 20, 100})
    void takesHardlyLongerThanTheBestFixedLevel(double rawPart) {
        Model adaptive = new Model(rawPart);
        adaptive.upload(200);
        double best = IntStream.range(0, TIME.length)
                .mapToDouble(level -> {
                    Model fixed = new Model(rawPart, () -> level);
                    fixed.upload(200);
                    return fixed.end();
                })
                .min()
                .orElseThrow();

        assertThat(adaptive.end()).isLessThan(1.1 * best);
    }

    /** A processor that compresses one part after another, and a line. Times are in units of compression at level 1. */
    private static final class Model {
        private final AdaptiveLevel adaptive = new AdaptiveLevel(PARALLELISM);
        private final IntSupplier level;
        private final Deque<Double> inFlight = new ArrayDeque<>();
        /** The time that the line takes for an uncompressed part. */
        private double rawPart;

        private double now;
        private double sent;
        private double lineFree;

        Model(double rawPart) {
            this.rawPart = rawPart;
            this.level = adaptive;
        }

        Model(double rawPart, IntSupplier level) {
            this.rawPart = rawPart;
            this.level = level;
        }

        List<Integer> upload(int parts) {
            List<Integer> levels = new ArrayList<>();
            for (int i = 0; i < parts; i++) {
                double since = now;
                int chosen = level.getAsInt();
                levels.add(chosen);
                now += TIME[chosen];
                double ready = now;
                boolean idle = sent > 0 && lineFree <= ready;
                lineFree = Math.max(ready, lineFree) + rawPart / RATIO[chosen];
                double previous = sent;
                sent = lineFree - ready;
                inFlight.add(lineFree);
                if (inFlight.size() == PARALLELISM) {
                    now = Math.max(now, inFlight.remove());
                }
                adaptive.partMayStart(nanos(now - ready), nanos(now - since), idle ? nanos(previous) : 0);
            }
            return levels;
        }

        double end() {
            return Math.max(now, lineFree);
        }

        private static long nanos(double units) {
            return (long) (units * COMPRESSION_NANOS);
        }
    }
}
