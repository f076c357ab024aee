package io.github.domojvm.stream;

import java.util.function.IntSupplier;

/**
 * Chooses the compression level of each part so that compressing takes about as long as sending. If cutting has to wait
 * until a part is acknowledged, the line is the bottleneck and the processor has time for a higher level. If it never
 * waits, the processor is the bottleneck. Between two levels, both are used in turn. Only the thread that cuts the
 * parts uses it.
 */
final class AdaptiveLevel implements IntSupplier {
    /**
     * The time that each level takes for a byte, relative to level 1. Levels 8 and 9 take twice the time of 7 for 1 %.
     */
    private static final double[] TIME = {0.05, 1, 1.2, 1.64, 1.96, 2.7, 3.38, 4.1};
    /** The size that typical rows have after compression, relative to their own. */
    private static final double[] SIZE = {1, 0.358, 0.343, 0.333, 0.316, 0.305, 0.299, 0.297};

    private static final int HIGHEST = TIME.length - 1;
    /** If sending a compressed part takes less than this share of compressing it, no part is compressed. */
    private static final double FAST_LINE = 0.5;
    /** Only with so much compression does an idle line prove that the processor is the bottleneck. */
    private static final double MUCH_EFFORT = 0.5;
    /** If an uncompressed part takes less than this share of compressing it, higher levels would only take longer. */
    private static final double FAST_PART = 0.6;
    /** The share of waiting above which the level rises, and below which it falls. */
    private static final double MUCH = 0.04;

    private static final double LITTLE = 0.01;
    private static final double[] DECREASES = {0.96, 0.92, 0.85, 0.72, 0.5};

    private final int parallelism;
    /** The mean time that compression may take, in units of {@link #TIME}. */
    private double effort = TIME[1];
    /** What the previous parts took less than the effort, as a share of the step to the next level. */
    private double saved;
    /** The level of the last part. */
    private int level;
    /** The number of decreases since the last increase. */
    private int decreases;
    /** The shortest time in which one of the first parts was compressed at level 1; 0 if it is not known. */
    private long compressed;

    /** The number of parts after which the level changes; 0 for the first parts. */
    private int window;

    private int parts;
    private double times;
    private double sizes;
    private int idle;
    private long lastSent;
    private long waited;
    private long elapsed;

    /** Starts with level 1. */
    AdaptiveLevel(int parallelism) {
        this.parallelism = parallelism;
    }

    /** Returns the level for the next part, 0 to 7, where 0 means no compression. */
    @Override
    public int getAsInt() {
        level = levelBelow(effort);
        saved += share(effort, level);
        if (saved >= 1) {
            saved--;
            level++;
        }
        times += TIME[level];
        sizes += SIZE[level];
        return level;
    }

    /**
     * Reports that a part may be cut. The level changes once for several parts, since parts that share a line are
     * acknowledged together.
     *
     * @param waitNanos how long cutting waited until another part was acknowledged
     * @param nanos the time since the previous report
     * @param idleAfterNanos how long it took to send the last part, if no part is being sent now; otherwise 0
     */
    void partMayStart(long waitNanos, long nanos, long idleAfterNanos) {
        if (idleAfterNanos > 0) {
            idle++;
            lastSent = idleAfterNanos;
        }
        waited += waitNanos;
        elapsed += nanos;
        parts++;
        if (window == 0) {
            startWith(nanos - waitNanos, idleAfterNanos > 0);
        } else if (parts == window) {
            adapt(waiting());
            nextWindow(2 * parallelism);
        }
    }

    /** Of the first parts, only the last can wait, but the line may already be idle while they are compressed. */
    private void startWith(long compressing, boolean lineIsIdle) {
        // The first part was cut earlier.
        if (level == 1 && parts > 1) {
            compressed = compressed == 0 ? compressing : Math.min(compressed, compressing);
            if (lineIsIdle) {
                lower((double) compressing, TIME[1], SIZE[1]);
            }
        }
        if (parts == parallelism) {
            raise(waiting());
            nextWindow(parallelism);
        }
    }

    private double waiting() {
        return elapsed == 0 ? 0 : (double) waited / elapsed;
    }

    private void nextWindow(int size) {
        window = size;
        parts = 0;
        times = 0;
        sizes = 0;
        idle = 0;
        waited = 0;
        elapsed = 0;
    }

    private void adapt(double waiting) {
        double time = times / parts;
        if (waiting < LITTLE && 2 * idle >= parts && time >= MUCH_EFFORT) {
            lower((double) elapsed / parts, time, sizes / parts);
        } else if (waiting < LITTLE) {
            effort = Math.max(TIME[0], effort * DECREASES[decreases]);
            decreases = Math.min(decreases + 1, DECREASES.length - 1);
        } else if (time < TIME[1] && elapsed < parts * FAST_PART * compressed) {
            effort = Math.max(TIME[0], effort / 2);
        } else {
            raise(waiting);
        }
    }

    /** Lowers the effort for a line that is idle most of the time. A part that was retried took long regardless. */
    private void lower(double compressing, double time, double size) {
        double sending = lastSent / Math.max(1, compressing);
        effort = Math.min(effort, sending < FAST_LINE ? TIME[0] : balanced(1 / sending, time, size));
    }

    private void raise(double waiting) {
        if (waiting > MUCH) {
            effort = balanced(1 - waiting, times / parts, sizes / parts);
            decreases = 0;
        }
    }

    /**
     * Returns the effort at which compressing takes as long as sending.
     *
     * @param compressing the time that compressing took, relative to sending
     * @param time the mean of {@link #TIME} meanwhile
     * @param size the mean of {@link #SIZE} meanwhile
     */
    private static double balanced(double compressing, double time, double size) {
        double low = TIME[0];
        double high = TIME[HIGHEST];
        while (high - low > 0.01) {
            double middle = (low + high) / 2;
            if (compressing * middle / time < sizeAt(middle) / size) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high == TIME[HIGHEST] ? high : low;
    }

    private static double sizeAt(double effort) {
        int level = levelBelow(effort);
        return level == HIGHEST ? SIZE[level] : SIZE[level] + share(effort, level) * (SIZE[level + 1] - SIZE[level]);
    }

    private static int levelBelow(double effort) {
        int level = 0;
        while (level < HIGHEST && TIME[level + 1] <= effort) {
            level++;
        }
        return level;
    }

    /** Returns where an effort is between the times of a level and the next one, from 0 to 1. */
    private static double share(double effort, int level) {
        return level == HIGHEST ? 0 : (effort - TIME[level]) / (TIME[level + 1] - TIME[level]);
    }
}
