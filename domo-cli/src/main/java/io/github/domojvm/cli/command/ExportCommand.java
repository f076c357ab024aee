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
        header = "Export a DataSet to a CSV file.",
        customSynopsis = "@|bold domo export|@ DATASET_ID FILE [OPTIONS]",
        description =
                "Exports all rows of a DataSet. The order of the rows is not guaranteed. The file is created only when the"
                        + " export is complete.",
        footer = {
            "  # Export a DataSet",
            "  $ domo export 317970a1-6a6e-4f70-8e09-44cf5f34cf44 sales.csv",
            "",
            "  # Overwrite an existing file, and omit the header line",
            "  $ domo export 317970a1-6a6e-4f70-8e09-44cf5f34cf44 sales.csv \\",
            "      --force --no-header"
        })
final class ExportCommand implements Callable<Integer> {
    private final CliContext context;

    @Parameters(index = "0", paramLabel = "DATASET_ID", description = "The id of the DataSet, a UUID.")
    private String dataSetId = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "The file to write.")
    private @Nullable Path file;

    @Option(
            names = "--header",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Write a header line with the column names (default: --header).")
    private boolean header;

    @Option(
            names = "--require-all-rows",
            description =
                    "Fail if the number of exported rows differs from the number that the DataSet reports. That number"
                            + " lags behind imports and includes rows that are hidden by PDP policies.")
    private boolean requireAllRows;

    @Option(
            names = "--max-bytes",
            paramLabel = "SIZE",
            converter = Size.class,
            description =
                    "Fail if the CSV is larger after decompression. Specify bytes, or a value such as 512k, 32m or 1g. By"
                            + " default, the size is not limited.")
    private @Nullable Long maxBytes;

    @Option(names = "--force", description = "Overwrite the file if it exists. By default, the command fails.")
    private boolean force;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing unless the command fails.")
    private boolean quiet;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    ExportCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Path target = Objects.requireNonNull(file);
        rejectExisting(target, force);
        ExportOptions options = options();
        long start = System.nanoTime();
        try (DomoClient domo = service.connect(context)) {
            ExportResult result = export(domo, target, options);
            if (!quiet) {
                Report report = new Report(context);
                report.title("Exported DataSet " + dataSetId);
                report.line("File", target + ", " + Numbers.bytes(result.bytes()));
                report.line("Rows", Numbers.count(result.rows(), "row") + (header ? " and a header line" : ""));
                report.line("Time", Numbers.time(Duration.ofNanos(System.nanoTime() - start)));
                warnOfMissingRows(result);
            }
        }
        return ExitCode.DONE;
    }

    private void warnOfMissingRows(ExportResult result) {
        long reported = result.dataSetRows().orElse(result.rows());
        if (reported != result.rows()) {
            context.err()
                    .println("Warning: The DataSet reports " + Numbers.count(reported, "row")
                            + ", but the export contains "
                            + Numbers.count(result.rows())
                            + ". An import may still be in progress, or PDP policies may hide rows.");
        }
    }

    private ExportResult export(DomoClient domo, Path target, ExportOptions options) {
        try {
            return domo.dataSets().export(dataSetId, target, options);
        } catch (DomoException e) {
            if (context.interruption().arrived()) {
                throw new DomoIoException(
                        "The export of DataSet " + dataSetId + " was interrupted. " + target
                                + (Files.exists(target) ? " is unchanged." : " was not written."),
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
        if (maxBytes != null) {
            if (maxBytes < 1) {
                throw new IllegalArgumentException("--max-bytes must be positive: " + maxBytes);
            }
            options = options.maxBytes(maxBytes);
        }
        return options.build();
    }

    static void rejectExisting(Path target, boolean force) {
        if (!force && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new IllegalArgumentException("Cannot write " + target
                    + ". It already exists. Specify another file, or use --force to overwrite it.");
        }
    }
}
