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
        header = "Upload a CSV file into a DataSet, in parts, all of it or nothing.",
        description = {
            "The CSV is UTF-8, separated by commas, quoted with double quotes; an empty field is null, a quoted empty field"
                    + " is empty text. It is cut at record ends and sent in parts; only when the service has acknowledged"
                    + " every part, they are committed together. If anything fails before, the upload is aborted and the"
                    + " DataSet stays as it was."
        },
        footer = {
            "  domo upload sales.csv --create Sales --mode replace           a new Stream and DataSet",
            "  domo upload sales.csv --stream 42 --mode replace              all rows anew",
            "  domo upload day.csv --dataset 317970a1-... --mode append      more rows",
            "  domo upload changes.csv --stream 42 --mode upsert             rows of the same key replaced",
            "  zcat big.csv.gz | domo upload - --stream 42 --mode replace    from standard input"
        })
final class UploadCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    private final CliContext context;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The CSV file, or - for standard input.")
    private String file = "";

    @ArgGroup(multiplicity = "1", heading = "%n@|bold Where to|@, one of%n")
    private UploadTarget target = new UploadTarget();

    @Option(
            names = "--mode",
            required = true,
            paramLabel = "MODE",
            converter = Mode.class,
            description =
                    "How the rows meet those that are there: REPLACE drops them, APPEND adds to them, UPSERT replaces"
                            + " those with the same key and adds the rest. There is no default.")
    private @Nullable UpdateMethod mode;

    @Option(
            names = "--key",
            paramLabel = "COLUMN",
            description = "A column of the key of a new DataSet, for --create with UPSERT; may be repeated.")
    private List<String> keys = List.of();

    @Option(
            names = "--header",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description =
                    "The first line names the columns (default). It is compared with the DataSet's columns and not"
                            + " sent. --no-header: the first line is data; the order of the columns counts.")
    private boolean header;

    @Option(
            names = "--ignore-header-names",
            description =
                    "Upload although the names in the header line are not those of the DataSet's columns; their order"
                            + " counts then.")
    private boolean ignoreHeaderNames;

    @Option(names = "--allow-empty", description = "Upload a file without rows; with REPLACE that empties the DataSet.")
    private boolean allowEmpty;

    @Option(
            names = "--abort-open-execution",
            description = "Go on when the Stream has an open upload, which is aborted then. Refused otherwise.")
    private boolean abortOpenExecution;

    @Option(
            names = "--no-wait",
            description =
                    "End when the service has acknowledged the commit; do not wait until it has processed the rows,"
                            + " and do not count them.")
    private boolean noWait;

    @Option(
            names = "--check",
            description =
                    "Read the file by the columns of the DataSet and upload nothing. Reports the first line with a value"
                            + " that does not fit its column.")
    private boolean check;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing unless it fails.")
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
        refuseContradictions(method);
        refuseBadSettings();
        try (DomoClient domo = service.connect(context)) {
            if (check) {
                check(domo);
                return ExitCode.DONE;
            }
            Destination destination = new Destination(domo, context, quiet);
            // The columns of a new DataSet are guessed from the version that is uploaded.
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

    /** Whether a Stream was made, which another run would make once more. */
    boolean created() {
        return target.name != null;
    }

    private UploadResult upload(DomoClient domo, UploadRequest.Builder request) throws IOException {
        long bytes = fromStandardInput() || !Files.isRegularFile(Path.of(file)) ? -1 : Files.size(Path.of(file));
        request.listener(Progress.start(context, quiet, bytes));
        Upload upload = domo.streams().upload(request.build());
        return context.interruption().answeredBy(upload::abort, upload::await);
    }

    /** Returns a source that is refused when its file changes between two readings. */
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

    private void refuseBadSettings() {
        try {
            tuning.check();
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
        if (target.streamId != null && target.streamId < 1) {
            throw wrong("--stream must be positive: " + target.streamId);
        }
    }

    private void refuseContradictions(UpdateMethod method) {
        boolean creates = created();
        if (check && (creates || fromStandardInput() || Pipe.is(Path.of(file)))) {
            throw wrong("--check requires a file and an existing DataSet: specify FILE with --stream or --dataset");
        }
        if (creates && fromStandardInput()) {
            throw wrong(
                    "--create reads the file twice, to guess its columns and to upload it, which standard input does"
                            + " not allow: give a file, or create the DataSet first");
        }
        if (creates && !header) {
            throw wrong("--create needs a header line to name the columns of the new DataSet");
        }
        if (creates && method == UpdateMethod.UPSERT && keys.isEmpty()) {
            throw wrong("UPSERT needs at least one --key to tell which rows are the same");
        }
        if (!keys.isEmpty() && !(creates && method == UpdateMethod.UPSERT)) {
            throw wrong("--key goes with --create and UPSERT only; a Stream that exists has its key already");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private boolean fromStandardInput() {
        return file.equals(STANDARD_INPUT);
    }

    private String name() {
        return fromStandardInput() ? "standard input" : file;
    }
}
