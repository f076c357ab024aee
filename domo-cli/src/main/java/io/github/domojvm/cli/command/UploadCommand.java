package io.github.domojvm.cli.command;

import io.github.domojvm.DomoClient;
import io.github.domojvm.cli.service.ServiceOptions;
import io.github.domojvm.cli.terminal.CliContext;
import io.github.domojvm.cli.terminal.Numbers;
import io.github.domojvm.cli.terminal.Progress;
import io.github.domojvm.cli.terminal.Report;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.stream.Upload;
import io.github.domojvm.stream.UploadRequest;
import io.github.domojvm.stream.UploadResult;
import io.github.domojvm.stream.UploadStage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code domo upload}. */
@Command(
        name = "upload",
        header = "Upload a CSV file to a DataSet.",
        customSynopsis =
                "@|bold domo upload|@ FILE (--create=NAME | --stream=ID | --dataset=ID) --mode=MODE%n                   [OPTIONS]",
        description = {
            "Splits the file at record boundaries and uploads the parts in parallel. The parts are committed together, after"
                    + " the service has acknowledged all of them. If the upload fails before the commit, it is aborted and"
                    + " the DataSet is unchanged.",
            "",
            "The file must be CSV in UTF-8, with commas and double quotes. An empty field is null; a quoted empty field is an"
                    + " empty string."
        },
        footer = {
            "  # Create a DataSet and its Stream from a file",
            "  $ domo upload sales.csv --create Sales --mode replace",
            "",
            "  # Replace all rows",
            "  $ domo upload sales.csv --stream 42 --mode replace",
            "",
            "  # Append rows to a DataSet",
            "  $ domo upload day.csv --mode append \\",
            "      --dataset 317970a1-6a6e-4f70-8e09-44cf5f34cf44",
            "",
            "  # Replace rows with the same key, and add the others",
            "  $ domo upload changes.csv --stream 42 --mode upsert",
            "",
            "  # Upload from standard input",
            "  $ zcat big.csv.gz | domo upload - --stream 42 --mode replace"
        })
final class UploadCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    private final CliContext context;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "CSV file to upload, or - for standard input.")
    private String file = "";

    @ArgGroup(multiplicity = "1", heading = "%n@|bold Target|@ (exactly one is required):%n")
    private UploadTarget target = new UploadTarget();

    @Option(
            names = "--mode",
            required = true,
            paramLabel = "MODE",
            converter = Mode.class,
            description =
                    "How rows are merged with existing rows (required): REPLACE deletes existing rows, APPEND adds rows,"
                            + " UPSERT replaces rows with the same key and adds the others. Case is ignored.")
    private @Nullable UpdateMethod mode;

    @Option(
            names = "--key",
            paramLabel = "COLUMN",
            description = "Key column of the new DataSet, for --create with UPSERT. Can be repeated.")
    private List<String> keys = List.of();

    @Option(
            names = "--header",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description =
                    "Whether the first line is a header line (default: --header). The header line is compared with the"
                            + " columns of the DataSet and not uploaded. With --no-header, the first line is a row, and"
                            + " values are assigned to columns by their order.")
    private boolean header;

    @Option(
            names = "--ignore-header-names",
            description =
                    "Upload even if the names in the header line differ from the columns of the DataSet. Values are"
                            + " assigned to columns by their order.")
    private boolean ignoreHeaderNames;

    @Option(names = "--allow-empty", description = "Allow a file without rows. With REPLACE, it empties the DataSet.")
    private boolean allowEmpty;

    @Option(
            names = "--abort-open-execution",
            description = "Abort the open execution of the Stream, if there is one. By default, the command fails.")
    private boolean abortOpenExecution;

    @Option(
            names = "--no-wait",
            description =
                    "Exit after the service has acknowledged the commit. Do not wait until the rows are processed, and do"
                            + " not verify their number.")
    private boolean noWait;

    @Option(
            names = "--check",
            description =
                    "Read the file by the columns of the DataSet and upload nothing. Reports the first line with a value"
                            + " that does not fit its column.")
    private boolean check;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing unless the command fails.")
    private boolean quiet;

    @Mixin
    private final UploadTuning tuning = new UploadTuning();

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    UploadCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        UpdateMethod method = Objects.requireNonNull(mode);
        rejectContradictions(method);
        rejectInvalidSettings();
        try (DomoClient domo = service.connect(context)) {
            if (check) {
                check(domo);
                return ExitCode.DONE;
            }
            Destination destination = new Destination(domo, context, quiet);
            // The columns must be inferred from the same version of the file that is uploaded.
            CsvSource csv = unchanged(CsvSource.fromFile(Path.of(file)));
            long streamId = destination.streamId(target, Path.of(file), csv, method, keys, allowEmpty);
            UploadResult result = upload(domo, request(streamId, method, source(csv)));
            if (!quiet) {
                new Outcome(result).print(new Report(context), "Uploaded " + name());
            }
        }
        return ExitCode.DONE;
    }

    private void check(DomoClient domo) throws IOException {
        String dataSetId = target.dataSetId;
        if (dataSetId == null) {
            DomoStream stream = domo.streams().get(Objects.requireNonNull(target.streamId));
            dataSetId = Objects.requireNonNull(stream.dataSet(), "The Stream has no DataSet")
                    .id();
        }
        Schema schema = Objects.requireNonNull(domo.dataSets().get(dataSetId).schema(), "The DataSet has no columns");
        long rows = new LocalCheck(Path.of(file), header).rows(schema);
        if (!quiet) {
            new Report(context).title(Numbers.count(rows, "row") + " of " + file + " fit the columns of the DataSet.");
        }
    }

    /** Returns whether the command creates a Stream, so that running it again would create another one. */
    boolean created() {
        return target.name != null;
    }

    private UploadResult upload(DomoClient domo, UploadRequest.Builder request) throws IOException {
        long bytes = fromStandardInput() || !Files.isRegularFile(Path.of(file)) ? -1 : Files.size(Path.of(file));
        request.listener(Progress.start(context, quiet, bytes));
        Upload upload = domo.streams().upload(request.build());
        return context.interruption().handledBy(upload::abort, upload::await);
    }

    /** Returns a source that fails if its file changes between two reads. */
    static CsvSource unchanged(CsvSource csv) throws IOException {
        return csv.unchangedSince(csv.mark());
    }

    private CsvSource source(CsvSource csv) throws IOException {
        Path path = Path.of(file);
        if (!fromStandardInput() && !Pipe.is(path)) {
            return csv;
        }
        InputStream bytes = fromStandardInput() ? context.in() : new Pipe(path);
        return CsvSource.of(name(), () -> bytes);
    }

    private UploadRequest.Builder request(long streamId, UpdateMethod method, CsvSource csv) {
        UploadRequest.Builder request = UploadRequest.builder(streamId, header ? csv.withHeader() : csv, method)
                .until(noWait ? UploadStage.COMMIT_ACKNOWLEDGED : UploadStage.PROCESSED);
        if (ignoreHeaderNames) {
            request.ignoreHeaderNames();
        }
        if (allowEmpty) {
            request.allowEmpty();
        }
        if (abortOpenExecution) {
            request.abortOpenExecution();
        }
        tuning.apply(request);
        return request;
    }

    private void rejectInvalidSettings() {
        try {
            tuning.check();
        } catch (IllegalArgumentException e) {
            throw invalid(String.valueOf(e.getMessage()));
        }
        if (target.streamId != null && target.streamId < 1) {
            throw invalid("--stream must be positive: " + target.streamId);
        }
    }

    private void rejectContradictions(UpdateMethod method) {
        boolean creates = created();
        if (check && (creates || fromStandardInput() || Pipe.is(Path.of(file)))) {
            throw invalid("--check requires a file and an existing DataSet: specify FILE with --stream or --dataset");
        }
        if (creates && fromStandardInput()) {
            throw invalid(
                    "--create cannot be used with standard input, because it reads the file more than once: to infer"
                            + " its columns and to upload it. Specify a file, or create the DataSet first");
        }
        if (creates && !header) {
            throw invalid("--create requires a header line, which names the columns of the new DataSet");
        }
        if (creates && method == UpdateMethod.UPSERT && keys.isEmpty()) {
            throw invalid("--create with UPSERT requires at least one --key, which identifies the rows to replace");
        }
        if (!keys.isEmpty() && !(creates && method == UpdateMethod.UPSERT)) {
            throw invalid("--key is valid only with --create and UPSERT; an existing Stream already has its key");
        }
    }

    private ParameterException invalid(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private boolean fromStandardInput() {
        return file.equals(STANDARD_INPUT);
    }

    private String name() {
        return fromStandardInput() ? "standard input" : file;
    }
}
