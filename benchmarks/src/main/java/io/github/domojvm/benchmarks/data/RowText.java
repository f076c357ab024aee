package io.github.domojvm.benchmarks.data;

/** The CSV text of rows. */
final class RowText {
    private RowText() {}

    static void append(SampleRow row, StringBuilder out) {
        out.append(row.id()).append(',');
        out.append(row.day()).append(',');
        appendTime(row, out);
        out.append(',').append(row.customer());
        out.append(',').append(row.sku());
        out.append(',').append(row.quantity());
        out.append(',').append(row.price().toPlainString());
        out.append(',').append(row.weight()).append(',');
        appendNote(row.note(), out);
        out.append('\n');
    }

    /** Unlike LocalDateTime.toString, with seconds if they are zero. */
    private static void appendTime(SampleRow row, StringBuilder out) {
        out.append(row.day()).append('T');
        appendTwo(row.soldAt().getHour(), out);
        out.append(':');
        appendTwo(row.soldAt().getMinute(), out);
        out.append(':');
        appendTwo(row.soldAt().getSecond(), out);
    }

    private static void appendTwo(int number, StringBuilder out) {
        out.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private static void appendNote(String note, StringBuilder out) {
        boolean quoted = note.indexOf(',') >= 0;
        if (quoted) {
            out.append('"').append(note.replace("\"", "\"\"")).append('"');
        } else {
            out.append(note);
        }
    }
}
