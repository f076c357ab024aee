package io.github.domojvm.dataset;

/** Counts the records of CSV as it passes; line breaks inside quotes end none. */
final class RowCounter {
    private long bytes;
    private long rows;
    private boolean quoted;
    private boolean open;

    void count(byte[] buffer, int length) {
        bytes += length;
        for (int i = 0; i < length; i++) {
            byte b = buffer[i];
            // A doubled quote opens and closes at once, so that parity holds.
            if (b == '"') {
                quoted = !quoted;
            }
            open = quoted || b != '\n';
            rows += open ? 0 : 1;
        }
    }

    long bytes() {
        return bytes;
    }

    /** A last record without a line break counts too. */
    long rows() {
        return rows + (open ? 1 : 0);
    }
}
