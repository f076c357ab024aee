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
 * Rows of which it is to be told how many bytes they are. A source that does not know is read as far as needed; nothing
 * is lost.
 */
final class PeekedSource implements Closeable {
    private final CsvSource csv;
    private final Reading reading;
    private final OptionalLong size;
    private final List<byte[]> read = new ArrayList<>();
    private int readBytes;
    private @Nullable InputStream rest;
    /** From then on who reads the rows closes them. */
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

    /** Tells whether there are no more bytes than these. */
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
     * Returns the rows, those that were read included. A file is read from its start again, so that its changes show.
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
            // What is told instead matters more.
            org.slf4j.LoggerFactory.getLogger(PeekedSource.class).debug("Closing {} failed", csv, e);
        }
    }

    private static DomoIoException unreadable(CsvSource csv, IOException e) {
        return Unreadable.source(csv, e, " Nothing was sent.");
    }
}
