package io.github.domojvm.benchmarks.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;

/** Generates rows. The same seed produces the same rows. */
public final class SampleRows implements Iterator<SampleRow> {
    /** The seed of the file that is measured. */
    public static final long SEED = 42;

    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);
    private static final long ROWS_OF_A_DAY = 10_000;
    private static final int SECONDS_OF_DAY = 24 * 60 * 60;

    private final SplittableRandom random;
    private final long rows;
    private long next;

    /**
     * Creates rows.
     *
     * @param seed determines all values
     * @param rows the number of rows
     */
    public SampleRows(long seed, long rows) {
        this.random = new SplittableRandom(seed);
        this.rows = rows;
    }

    @Override
    public boolean hasNext() {
        return next < rows;
    }

    @Override
    public SampleRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException("All " + rows + " rows were returned");
        }
        LocalDate day = FIRST_DAY.plusDays(next / ROWS_OF_A_DAY + random.nextInt(2));
        LocalDateTime soldAt = day.atStartOfDay().plusSeconds(random.nextInt(SECONDS_OF_DAY));
        return new SampleRow(
                1_000_000 + next++,
                day,
                soldAt,
                Words.customer(random),
                Words.sku(random),
                1 + random.nextInt(40),
                BigDecimal.valueOf(100 + random.nextInt(200_000), 2),
                random.nextInt(1, 2_000) / 100.0,
                Words.note(random));
    }
}
