package io.github.domojvm.benchmarks.harness;

/**
 * The measured value of a row.
 *
 * @param key the row of the table of goals
 * @param ratio the ratio, or another value with its spread
 * @param note what a reader must know, or an empty text
 * @param stamp when, with which command, from which commit and how it was measured
 */
record Result(String key, Ratio ratio, String note, String stamp) {
    static Result parse(String line) {
        String[] columns = line.split("\t", -1);
        Ratio ratio = new Ratio(
                Double.parseDouble(columns[1]), Double.parseDouble(columns[2]), Double.parseDouble(columns[3]));
        return new Result(columns[0], ratio, columns[4], columns[5]);
    }

    String toLine() {
        return String.join(
                "\t",
                key,
                String.valueOf(ratio.median()),
                String.valueOf(ratio.least()),
                String.valueOf(ratio.greatest()),
                note,
                stamp);
    }
}
