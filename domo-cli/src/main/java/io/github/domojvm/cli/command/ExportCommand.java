package io.github.domojvm.cli.command;

import io.github.domojvm.DomoClient;
import io.github.domojvm.cli.service.ServiceOptions;
import io.github.domojvm.cli.terminal.CliContext;
import io.github.domojvm.cli.terminal.Numbers;
import io.github.domojvm.cli.terminal.Report;
import io.github.domojvm.dataset.ExportOptions;
import io.github.domojvm.dataset.ExportResult;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.DomoIoException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code domo export}. */
@Command(
        name = "export",
        header = "Export all rows of a DataSet into a CSV file.",
        description =
                "The rows come in no promised order. The file appears when the export is complete, and not before.",
        footer = {
            "  domo export 317970a1-6a6e-4f70-8e09-44cf5f34cf44 sales.csv",
            "  domo export 317970a1-6a6e-4f70-8e09-44cf5f34cf44 sales.csv --force --no-header"
        })
final class ExportCommand implements Callable<Integer> {
    private final CliContext context;

    @Parameters(index = "0", paramLabel = "DATASET_ID", description = "The DataSet's id, a UUID.")
    private String dataSetId = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "Where to write.")
    private @Nullable Path file;

    @Option(
            names = "--header",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Whether the first line names the columns (default: it does).")
    private boolean header;

    @Option(
            names = "--require-all-rows",
            description = "Fail if the number of rows is not the one that the DataSet reports. That number lags behind"
                    + " imports and includes rows that policies (PDP) hide.")
    private boolean requireAllRows;

    @Option(names = "--force", description = "Replace the file if it exists. Refused otherwise.")
    private boolean force;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing unless it fails.")
    private boolean quiet;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    ExportCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Path target = Objects.requireNonNull(file);
        refuseOverwrite(target, force);
        long start = System.nanoTime();
        try (DomoClient domo = service.connect(context)) {
            ExportResult result = export(domo, target);
            if (!quiet) {
                Report report = new Report(context);
                report.title("Exported DataSet " + dataSetId);
                report.line("File", target + ", " + Numbers.bytes(result.bytes()));
                report.line("Rows", Numbers.count(result.rows(), "row") + (header ? " under a header line" : ""));
                report.line("Time", Numbers.time(Duration.ofNanos(System.nanoTime() - start)));
                noteMissingRows(result);
            }
        }
        return ExitCode.DONE;
    }

    private void noteMissingRows(ExportResult result) {
        long reported = result.dataSetRows().orElse(result.rows());
        if (reported != result.rows()) {
            context.err()
                    .println("Note: the DataSet reports " + Numbers.count(reported, "row") + ", the export has "
                            + Numbers.count(result.rows())
                            + ": an import may still be processed, or policies hide rows.");
        }
    }

    private ExportResult export(DomoClient domo, Path target) {
        try {
            return domo.dataSets().export(dataSetId, target, options());
        } catch (DomoException e) {
            if (context.interruption().arrived()) {
                throw new DomoIoException(
                        "The export of DataSet " + dataSetId + " was stopped. " + target
                                + (Files.exists(target) ? " is as it was before." : " was not written."),
                        false,
                        e);
            }
            throw e;
        }
    }

    private ExportOptions options() {
        ExportOptions.Builder options = ExportOptions.builder();
        if (!header) {
            options = options.withoutHeader();
        }
        if (requireAllRows) {
            options = options.requireAllRows();
        }
        return options.build();
    }

    static void refuseOverwrite(Path target, boolean force) {
        if (!force && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new IllegalArgumentException(
                    target + " exists. Choose another file, or replace this one with --force.");
        }
    }
}
