package io.github.domojvm.cli.command;

import io.github.domojvm.DomoClient;
import io.github.domojvm.NewDataSet;
import io.github.domojvm.cli.terminal.CliContext;
import io.github.domojvm.cli.terminal.Numbers;
import io.github.domojvm.cli.terminal.Progress;
import io.github.domojvm.cli.terminal.Report;
import io.github.domojvm.cli.terminal.Timeline;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.dataset.ExportResult;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.StreamDataSet;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.stream.Upload;
import io.github.domojvm.stream.UploadRequest;
import io.github.domojvm.stream.UploadResult;
import io.github.domojvm.stream.UploadTimings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Uploads a file to a new DataSet, exports it and compares the rows, reporting each step when it is complete. */
final class Tour {
    /** Splits even a small file into several parts. */
    private static final int PARTS = 5;

    private final CliContext context;
    private final DomoClient domo;
    private final Path file;
    private final String name;
    private final Path exported;
    private final Timeline timeline;
    private final Report report;

    Tour(CliContext context, DomoClient domo, Path file, String name, Path exported, Timeline timeline) {
        this.context = context;
        this.domo = domo;
        this.file = file;
        this.name = name;
        this.exported = exported;
        this.timeline = timeline;
        this.report = new Report(context);
    }

    int run(String service, String closing) throws IOException {
        report.title("Upload a CSV file to a DataSet and export it again");
        report.line("Service", service);
        CsvSource csv = new UploadSource(file.toString()).unchangedFile();
        Schema schema = schema(csv);
        long streamId = create(schema);
        UploadResult uploaded = upload(streamId, csv);
        export(uploaded.dataSetId());
        Comparison comparison = Comparison.of(Columns.types(schema), file, exported);
        timeline.lap("comparing");
        comparison.differences().forEach(difference -> report.line("Difference", difference));
        report.blank();
        report.title("Timings");
        timeline.print(report);
        report.blank();
        context.out().println(closing);
        if (!comparison.equal()) {
            report.bad("The rows do NOT match. See the differences above.");
            return ExitCode.MISMATCH;
        }
        report.good("All " + Numbers.count(comparison.rows()) + " rows match.");
        return ExitCode.DONE;
    }

    private Schema schema(CsvSource csv) throws IOException {
        NewFile.requireRegular(file);
        Schema schema;
        try (NewDataSet dataSet =
                NewDataSet.builder("domo demo: " + name).allowEmpty().read(csv.withHeader())) {
            NewFile.requireRows(file, dataSet.rows(), false);
            schema = dataSet.schema();
        }
        timeline.lap("inferring");
        report.line("File", name + ", " + Numbers.bytes(Files.size(file)));
        report.list("Schema", Columns.describe(schema));
        return schema;
    }

    private long create(Schema schema) {
        DomoStream stream = domo.streams().create("domo demo: " + name, schema, UpdateMethod.REPLACE);
        timeline.lap("creating");
        long id = stream.id();
        StreamDataSet dataSet = Objects.requireNonNull(stream.dataSet());
        report.line("Stream", id + ", created with DataSet " + dataSet.id());
        return id;
    }

    private UploadResult upload(long streamId, CsvSource csv) throws IOException {
        long bytes = Files.size(file);
        UploadRequest request = UploadRequest.builder(streamId, csv.withHeader(), UpdateMethod.REPLACE)
                .partBytes(Math.max(1, bytes / PARTS))
                .listener(Progress.start(context, false, bytes))
                .build();
        Upload upload = domo.streams().upload(request);
        UploadResult result = context.interruption().handledBy(upload::abort, upload::await);
        UploadTimings times = result.timings();
        timeline.add("opening", times.opening());
        timeline.add("sending", times.sending());
        timeline.add("committing", times.committing());
        timeline.add("processing", times.processing());
        timeline.add("verifying", times.verifying());
        Outcome outcome = new Outcome(result);
        report.line("Upload", "execution " + result.executionId().orElseThrow() + ": " + outcome.rows());
        report.line("", outcome.bytes());
        report.line("Outcome", outcome.outcome());
        return result;
    }

    private void export(String dataSetId) {
        ExportResult result = domo.dataSets().export(dataSetId, exported);
        timeline.lap("exporting");
        report.line("Export", Numbers.count(result.rows(), "row") + ", " + Numbers.bytes(result.bytes()));
    }
}
