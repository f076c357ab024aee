package io.github.domojvm.internal.parts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.domojvm.internal.parts.ReferenceReader.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts as specified by the documentation of the options, computed from all records in memory.
 *
 * @param rows the records of each part
 * @param moved whether a part ends before its limits
 * @param rejectedLine the line of the record that every cut leaves at the start of a part, or 0
 */
record ReferenceCuts(List<List<Row>> rows, boolean moved, long rejectedLine) {
    static ReferenceCuts of(List<Row> records, PartOptions options) {
        List<List<Row>> parts = new ArrayList<>();
        List<Row> part = new ArrayList<>();
        boolean moved = false;
        for (Row record : records) {
            boolean full = !part.isEmpty()
                    && (part.size() == options.maxRecords() || bytes(part) + bytes(record) > options.maxBytes());
            boolean begins = full || (part.isEmpty() && parts.isEmpty());
            if (begins && avoided(record, options)) {
                if (part.size() < 2) {
                    return new ReferenceCuts(parts, moved, record.line());
                }
                Row before = part.remove(part.size() - 1);
                if (avoided(before, options) || bytes(before) + bytes(record) > options.maxBytes()) {
                    return new ReferenceCuts(parts, moved, record.line());
                }
                parts.add(part);
                part = new ArrayList<>(List.of(before));
                moved = true;
            } else if (full) {
                parts.add(part);
                part = new ArrayList<>();
            }
            part.add(record);
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return new ReferenceCuts(parts, moved, 0);
    }

    List<String> parts() {
        return rows.stream()
                .map(part -> String.join("", part.stream().map(Row::raw).toList()))
                .toList();
    }

    List<Long> firstLines() {
        return rows.stream().map(part -> part.get(0).line()).toList();
    }

    List<Long> records() {
        return rows.stream().map(part -> (long) part.size()).toList();
    }

    private static boolean avoided(Row record, PartOptions options) {
        return !options.avoidAtStart().isEmpty() && trimmed(record.fields()).equals(trimmed(options.avoidAtStart()));
    }

    private static List<String> trimmed(List<String> fields) {
        return fields.stream().map(String::trim).toList();
    }

    private static long bytes(List<Row> part) {
        return part.stream().mapToLong(ReferenceCuts::bytes).sum();
    }

    private static long bytes(Row record) {
        return record.raw().getBytes(UTF_8).length;
    }
}
