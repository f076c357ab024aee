package io.github.domojvm.internal.csv;

/**
 * The start of a record from which {@link StrictRecords} reads.
 *
 * @param line the line, from 1
 * @param position the number of bytes before the record; a byte order mark is dropped only at 0
 * @param width the number of fields of earlier records; negative if there are none
 */
record Start(long line, long position, int width) {
    /** The start of the input. */
    static final Start OF_INPUT = new Start(1, 0, -1);
}
