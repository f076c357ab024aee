package io.github.domojvm.internal.parts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Random valid records, and the parts into which they should be cut. */
final class RandomRecords {
    private RandomRecords() {}

    static List<String> records(Random random) {
        return records(random, 1 + random.nextInt(3));
    }

    static List<String> withColumns(int columns, Random random) {
        return records(random, columns);
    }

    /** Returns records of which some contain the names, quoted or not, with or without surrounding spaces. */
    static List<String> withNames(Random random, List<String> names) {
        List<String> records = records(random, names.size());
        int every = 2 + random.nextInt(12);
        for (int i = random.nextInt(20) == 0 ? 0 : 1; i < records.size(); i++) {
            if (random.nextInt(every) == 0) {
                String record =
                        names.stream().map(name -> encoded(name, random)).collect(Collectors.joining(","));
                records.set(i, record + (random.nextBoolean() ? "\r\n" : "\n"));
            }
        }
        return records;
    }

    private static String encoded(String name, Random random) {
        String blanks = " ".repeat(random.nextInt(8) == 0 ? random.nextInt(40) : 0);
        return name.contains(",") || random.nextBoolean()
                ? "\"" + blanks + name.replace("\"", "\"\"") + "\""
                : blanks + name + blanks;
    }

    private static List<String> records(Random random, int columns) {
        List<String> records = new ArrayList<>();
        for (int i = random.nextInt(40); i >= 0; i--) {
            StringBuilder record = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                record.append(column == 0 ? "" : ",").append(field(random));
            }
            records.add(record.append(random.nextBoolean() ? "\r\n" : "\n").toString());
        }
        // A blank first record is ambiguous: a single empty value or no record.
        records.set(0, "x".repeat(random.nextInt(3)) + "y" + ",".repeat(columns - 1) + "\n");
        return records;
    }

    private static String field(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "";
            case 1 -> "\"\"";
            case 2 -> "\"a\"\"b\"";
            case 3 -> "\"line\nline\r\n" + "z".repeat(random.nextInt(5)) + "\"";
            case 4 -> "山🜁é";
            case 5 -> "\"" + ",".repeat(random.nextInt(random.nextInt(10) == 0 ? 600 : 20)) + "\"";
            default -> Integer.toString(random.nextInt(100_000));
        };
    }

    /** Returns the parts as specified by the documentation of the options. */
    static List<List<String>> greedy(List<String> records, PartOptions options) {
        List<List<String>> parts = new ArrayList<>();
        List<String> part = new ArrayList<>();
        long bytes = 0;
        for (String record : records) {
            int length = record.getBytes(UTF_8).length;
            if (!part.isEmpty() && (part.size() == options.maxRecords() || bytes + length > options.maxBytes())) {
                parts.add(part);
                part = new ArrayList<>();
                bytes = 0;
            }
            part.add(record);
            bytes += length;
        }
        parts.add(part);
        return parts;
    }
}
