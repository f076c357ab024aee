package io.github.domojvm;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.internal.csv.Unreadable;
import io.github.domojvm.internal.source.Reading;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Compares the size of a source with limits. A source of unknown size is read as far as necessary; the bytes read are
 * preserved.
 */
final class PeekedSource implements Closeable {
    private final CsvSource csv;
    private final Reading reading;
    private final OptionalLong size;
    private final List<byte[]> read = new ArrayList<>();
    private int readBytes;
    private @Nullable InputStream rest;
    /** Set once the reader of the rows is responsible for closing them. */
    private volatile boolean handedOver;

    private PeekedSource(CsvSource csv, Reading reading, OptionalLong size) {
        this.csv = csv;
        this.reading = reading;
        this.size = size;
    }

    static PeekedSource of(CsvSource csv) {
        try {
            return new PeekedSource(csv, Reading.of(csv), csv.size());
        } catch (IOException e) {
            throw unreadable(csv, e);
        }
    }

    /** Returns whether the source has at most this number of bytes. */
    boolean fits(int bytes) {
        if (size.isPresent()) {
            return size.getAsLong() <= bytes;
        }
        try {
            InputStream in = rest == null ? csv.open() : rest;
            rest = in;
            byte[] next = in.readNBytes(bytes + 1 - readBytes);
            if (!reading.noticesChanges()) {
                read.add(next);
            }
            readBytes += next.length;
            return readBytes <= bytes;
        } catch (IOException e) {
            throw reading.explained(unreadable(csv, e));
        } catch (RuntimeException e) {
            throw reading.explained(e);
        }
    }

    /**
     * Returns all rows, including those already read. A file is read again from its start, so that changes are
     * detected.
     */
    CsvSource source() {
        InputStream unread = rest;
        if (unread == null || reading.noticesChanges()) {
            return reading.unchangedSource();
        }
        List<InputStream> all = new ArrayList<>();
        read.forEach(bytes -> all.add(new ByteArrayInputStream(bytes)));
        all.add(unread);
        CsvSource source = CsvSource.ofSingleUse(csv.toString(), () -> {
            handedOver = true;
            return new SequenceInputStream(Collections.enumeration(all));
        });
        return csv.hasHeader() ? source.withHeader() : source;
    }

    @Override
    public void close() {
        try {
            if (rest != null && !handedOver) {
                rest.close();
            }
        } catch (IOException e) {
            // The result or failure of the load takes precedence.
            org.slf4j.LoggerFactory.getLogger(PeekedSource.class).debug("Closing {} failed", csv, e);
        }
    }

    private static DomoIoException unreadable(CsvSource csv, IOException e) {
        return Unreadable.source(csv, e, " Nothing was sent.");
    }
}
