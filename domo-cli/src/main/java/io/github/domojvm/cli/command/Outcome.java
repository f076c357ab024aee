package io.github.domojvm.cli.command;

import io.github.domojvm.cli.terminal.Numbers;
import io.github.domojvm.cli.terminal.Report;
import io.github.domojvm.stream.UploadProgress;
import io.github.domojvm.stream.UploadResult;
import io.github.domojvm.stream.UploadTimings;
import java.util.List;

/** Formats the result of an upload. */
final class Outcome {
    private final UploadResult result;

    Outcome(UploadResult result) {
        this.result = result;
    }

    void print(Report report, String title) {
        report.title(title);
        report.line("Stream", stream());
        report.line("DataSet", result.dataSetId());
        report.line("Rows", rows());
        report.line("Bytes", bytes());
        UploadTimings times = result.timings();
        report.line("Time", Numbers.time(times.total()));
        report.list(
                "",
                List.of(
                        "opening " + Numbers.time(times.opening()),
                        "sending " + Numbers.time(times.sending()),
                        "committing " + Numbers.time(times.committing()),
                        "processing " + Numbers.time(times.processing()),
                        "verifying " + Numbers.time(times.verifying())));
        report.line("Outcome", outcome());
    }

    String stream() {
        return result.streamId()
                + (result.executionId().isPresent()
                        ? ", execution " + result.executionId().getAsLong()
                        : "");
    }

    String rows() {
        return amount(result) + ", " + result.updateMethod();
    }

    /** Returns the number of rows and parts that the service has acknowledged. */
    static String amount(UploadResult result) {
        return Numbers.count(result.rows(), "row") + " in "
                + Numbers.count(result.progress().partsAcknowledged(), "part");
    }

    String bytes() {
        UploadProgress sent = result.progress();
        return Numbers.bytes(sent.rawBytesAcknowledged()) + " of CSV, sent as "
                + Numbers.bytes(sent.sentBytesAcknowledged());
    }

    String outcome() {
        StringBuilder text = new StringBuilder(result.outcome().toString());
        result.foundRows()
                .ifPresent(rows -> text.append(": the DataSet has ")
                        .append(Numbers.count(rows, "row"))
                        .append(rows == result.expectedRows().orElse(-1) ? ", as expected" : ""));
        return text + (result.reason().isEmpty() ? "" : ": " + result.reason());
    }
}
