package io.github.domojvm.benchmarks.sink;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** The checksum and the records of joined parts, and whether each part ends with a record. */
final class RecordCheck {
    private final CRC32 checksum = new CRC32();
    private final List<String> faults = new ArrayList<>();
    private byte[] bytes = {};
    private long records;
    private long length;
    private int cut;
    private boolean quoted;
    private byte last = '\n';

    void add(ByteBuffer part) {
        int count = part.remaining();
        if (bytes.length < count) {
            bytes = new byte[count];
        }
        part.get(bytes, 0, count);
        checksum.update(bytes, 0, count);
        length += count;
        boolean inside = quoted;
        for (int i = 0; i < count; i++) {
            byte next = bytes[i];
            if (next == '"') {
                inside = !inside;
            } else if (next == '\n' && !inside) {
                records++;
            }
        }
        quoted = inside;
        last = count > 0 ? bytes[count - 1] : last;
    }

    void endOfPart() {
        if (quoted || last != '\n') {
            cut++;
        }
    }

    void fault(String text) {
        faults.add(text);
    }

    long crc32() {
        return checksum.getValue();
    }

    long records() {
        return records;
    }

    long length() {
        return length;
    }

    int cut() {
        return cut;
    }

    List<String> faults() {
        return faults;
    }
}
