package io.github.domojvm.contract;

import io.github.domojvm.sandbox.Quirk;
import java.util.List;
import java.util.stream.Collectors;

/** The results of all recordings as text, one row for each client. */
final class RecordingTable {
    private static final String ROW = "%-24s %8s %11s %10s  %s%n";

    private RecordingTable() {}

    static String text(List<RecordingResult> results) {
        StringBuilder text = new StringBuilder(
                String.format(ROW, "client", "requests", "as expected", "exceptions", "quirks needed"));
        results.forEach(result -> text.append(row(result)));
        return text.append(String.format("%-24s %8d%n", "total", requests(results)))
                .toString();
    }

    private static int requests(List<RecordingResult> results) {
        return results.stream()
                .mapToInt(result -> result.recording().calls().size())
                .sum();
    }

    private static String row(RecordingResult result) {
        int requests = result.recording().calls().size();
        return String.format(
                ROW,
                result.recording().client(),
                requests,
                requests - result.unexpected().size(),
                result.exceptions().size(),
                result.recording().quirks().stream().map(Quirk::name).collect(Collectors.joining(", ")));
    }
}
