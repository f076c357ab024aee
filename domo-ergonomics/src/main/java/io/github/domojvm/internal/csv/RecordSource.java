package io.github.domojvm.internal.csv;

/** A source of records that writes each record when it is requested. */
public interface RecordSource {
    /**
     * Returns whether there is a further record.
     *
     * @return false at the end
     */
    boolean hasNext();

    /**
     * Writes the fields of the next record. If this method fails, the fields that it has written are dropped.
     *
     * @param target the bytes to which the fields are added
     */
    void writeNext(RecordBytes target);
}
