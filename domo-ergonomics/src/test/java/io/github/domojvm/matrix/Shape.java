package io.github.domojvm.matrix;

import java.util.List;

/** The size and the settings of an upload. */
record Shape(int parallelism, int parts, boolean gzip) {
    static final int PART_ROWS = 10;
    static final Shape SHORT = new Shape(4, 3, true);

    /** The last part is half full. */
    int rows() {
        return parts * PART_ROWS - PART_ROWS / 2;
    }

    /** Returns the number of the first or last part. */
    int part(String position) {
        return position.equals("last") ? parts : 1;
    }

    int faultyPart() {
        return Math.max(1, parts - 1);
    }

    List<List<String>> partRows(int part) {
        return Table.rows("new", rows()).subList((part - 1) * PART_ROWS, Math.min(part * PART_ROWS, rows()));
    }

    List<List<String>> rowsBefore(int part) {
        return Table.rows("new", (part - 1) * PART_ROWS);
    }

    String csv() {
        return Table.csv(Table.rows("new", rows()));
    }

    @Override
    public String toString() {
        return parallelism + " threads, " + parts + " parts, " + (gzip ? "gzip" : "plain");
    }
}
