package io.github.domojvm.benchmarks.sink;

import io.github.domojvm.benchmarks.data.DataFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the sink received in one run.
 *
 * @param executions one for each upload
 * @param faults broken connections and parts that cannot be read
 */
public record SinkReport(List<Received> executions, List<String> faults) {
    /**
     * What one execution received.
     *
     * @param parts the stored parts
     * @param puts the requests with a part, including the failed ones
     * @param failures the requests that the sink failed on purpose
     * @param commits the commits
     * @param cut the parts that end within a record
     * @param records the records of all parts
     * @param bytes the bytes of all parts before compression
     * @param crc32 the checksum of the joined parts
     * @param wireBytes the bytes of the stored request bodies
     * @param gzipParts the parts that were compressed
     */
    public record Received(
            int parts,
            int puts,
            int failures,
            int commits,
            int cut,
            long records,
            long bytes,
            long crc32,
            long wireBytes,
            int gzipParts) {
        static Received parse(long[] values) {
            return new Received(
                    (int) values[0],
                    (int) values[1],
                    (int) values[2],
                    (int) values[3],
                    (int) values[4],
                    values[5],
                    values[6],
                    values[7],
                    values[8],
                    (int) values[9]);
        }

        private String toText() {
            return Arrays.stream(
                            new long[] {parts, puts, failures, commits, cut, records, bytes, crc32, wireBytes, gzipParts
                            })
                    .mapToObj(Long::toString)
                    .collect(Collectors.joining(" "));
        }

        private List<String> differences(DataFile file) {
            List<String> found = new ArrayList<>();
            expect(found, "checksum", file.crc32(), crc32);
            expect(found, "records", file.rows(), records);
            expect(found, "bytes", file.bytes(), bytes);
            expect(found, "parts cut within a record", 0, cut);
            expect(found, "commits", 1, commits);
            expect(found, "PUTs", parts + failures, puts);
            return found;
        }

        private static void expect(List<String> found, String name, long expected, long actual) {
            if (expected != actual) {
                found.add(name + ": " + actual + " instead of " + expected);
            }
        }
    }

    static SinkReport of(List<Execution> executions, List<String> broken) {
        List<String> faults = new ArrayList<>(broken);
        List<Received> received = new ArrayList<>();
        for (Execution execution : executions) {
            RecordCheck check = new RecordCheck();
            List<StoredPart> parts = List.copyOf(execution.parts());
            parts.forEach(part -> part.addTo(check));
            faults.addAll(check.faults());
            List<Integer> counts = execution.counts();
            received.add(new Received(
                    parts.size(),
                    counts.get(0),
                    counts.get(1),
                    counts.get(2),
                    check.cut(),
                    check.records(),
                    check.length(),
                    check.crc32(),
                    parts.stream().mapToLong(part -> part.body().length()).sum(),
                    (int) parts.stream().filter(StoredPart::gzip).count()));
        }
        return new SinkReport(received, faults);
    }

    /**
     * Compares each execution with the file.
     *
     * @param file the uploaded file
     * @return a line for each difference; empty if every upload is correct
     */
    public List<String> differences(DataFile file) {
        List<String> found = new ArrayList<>(faults);
        executions.forEach(received -> found.addAll(received.differences(file)));
        return found;
    }

    String toText() {
        return executions.stream().map(Received::toText).collect(Collectors.joining("\n", "", "\n"))
                + faults.stream().map(fault -> "fault " + fault + "\n").collect(Collectors.joining());
    }

    /**
     * Reads the response of the sink.
     *
     * @param text one line for each execution and each fault
     * @return the report
     */
    public static SinkReport parse(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return new SinkReport(
                lines.stream()
                        .filter(line -> !line.startsWith("fault "))
                        .map(line -> Received.parse(Arrays.stream(line.split(" ", -1))
                                .mapToLong(Long::parseLong)
                                .toArray()))
                        .toList(),
                lines.stream().filter(line -> line.startsWith("fault ")).toList());
    }
}
