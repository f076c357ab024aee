package io.github.domojvm.benchmarks.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The latest result of each row, in a file, so that a run of some goals preserves the others. */
public final class Results {
    private static final String SETTINGS = "setting ";
    private static final String GROWTH = "growth ";

    private final Path file;
    private final String stamp;
    private final Map<String, Result> byKey = new LinkedHashMap<>();

    private Results(Path file, String stamp) {
        this.file = file;
        this.stamp = stamp;
    }

    /** Reads earlier results, if there are any. New ones have the stamp. */
    static Results open(Path file, String stamp) throws IOException {
        Results results = new Results(file, stamp);
        if (Files.exists(file)) {
            Files.readAllLines(file).stream()
                    .map(Result::parse)
                    .forEach(result -> results.byKey.put(result.key(), result));
        }
        return results;
    }

    /**
     * Stores and prints a result.
     *
     * @param key the row of the table of goals
     * @param ratio the value with its spread
     */
    public void put(String key, Ratio ratio) {
        put(key, ratio, "");
    }

    /**
     * Stores and prints a result.
     *
     * @param key the row of the table of goals
     * @param ratio the value with its spread
     * @param note what a reader must know
     */
    public void put(String key, Ratio ratio, String note) {
        if (Double.isNaN(ratio.median())) {
            notMeasured(key, "GNU time is not installed");
            return;
        }
        byKey.put(key, new Result(key, ratio, note, stamp));
        System.out.printf(
                "  %-16s %.3f (%.3f to %.3f) %s%n", key, ratio.median(), ratio.least(), ratio.greatest(), note);
        save();
    }

    /**
     * Stores and prints the cost of a setting on a line, relative to the best fixed setting.
     *
     * @param line the row of the table of goals for the line
     * @param setting the compression
     * @param ratio the ratio with its spread
     */
    public void putSetting(String line, String setting, Ratio ratio) {
        put(SETTINGS + line + " " + setting, ratio);
    }

    /**
     * Stores and prints how a cost grows.
     *
     * @param measure what is compared
     * @param ratio the ratio with its spread
     */
    public void putGrowth(String measure, Ratio ratio) {
        put(GROWTH + measure, ratio);
    }

    /** Returns the measured growth, in the order of the measurement. */
    List<Result> growth() {
        return byKey.values().stream()
                .filter(result -> result.key().startsWith(GROWTH))
                .toList();
    }

    /** Returns the settings that were measured on a line, in the order of the measurement. */
    List<Result> settings(String line) {
        return byKey.values().stream()
                .filter(result -> result.key().startsWith(SETTINGS + line + " "))
                .toList();
    }

    /**
     * Prints that a row was not measured. An earlier result is preserved.
     *
     * @param key the row of the table of goals
     * @param reason the reason
     */
    public void notMeasured(String key, String reason) {
        System.out.printf("  %-16s not measured: %s%n", key, reason);
    }

    Optional<Result> get(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    private void save() {
        List<String> text = byKey.values().stream().map(Result::toLine).toList();
        try {
            Files.write(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
