package io.github.domojvm.cli.command;

import io.github.domojvm.DomoClient;
import io.github.domojvm.cli.journal.UploadKey;
import io.github.domojvm.cli.service.ServiceOptions;
import io.github.domojvm.cli.service.Setting;
import io.github.domojvm.cli.terminal.CliContext;
import io.github.domojvm.cli.terminal.Numbers;
import io.github.domojvm.cli.terminal.Progress;
import io.github.domojvm.cli.terminal.Report;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.stream.Upload;
import io.github.domojvm.stream.UploadRequest;
import io.github.domojvm.stream.UploadResult;
import io.github.domojvm.stream.UploadStage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
            "The steps are recorded in a journal, without rows. If the command is killed, run it again: it reports the upload"
                    + " if that was committed, and otherwise sends only the missing parts.",
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
            "  $ zcat big.csv.gz | domo upload - --stream 42 --mode replace",
            "",
            "  # The same, so that it can be resumed",
            "  $ zcat big.csv.gz | domo upload - --stream 42 --mode append --spool",
            "  $ domo upload - --stream 42 --mode append --spool --resume"
        })
final class UploadCommand implements Callable<Integer> {
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
    private final JournalOptions journal = new JournalOptions();

    @Mixin
    private final UploadTuning tuning = new UploadTuning();

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    private UploadRecord record = UploadRecord.NONE;

    UploadCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        UpdateMethod method = Objects.requireNonNull(mode);
        rejectContradictions(method);
        rejectInvalidSettings();
        Map<String, Setting> settings = service.settings(context);
        try (DomoClient domo = service.connect(context, settings)) {
            if (check) {
                long rows = new LocalCheck(Path.of(file), header).rows(domo, target);
                if (!quiet) {
                    new Report(context)
                            .title(Numbers.count(rows, "row") + " of " + file + " fit the columns of the DataSet.");
                }
                return ExitCode.DONE;
            }
            UploadSource source = source();
            record = UploadRecord.of(context, journal, source, () -> key(settings, source, method));
            Destination destination = new Destination(domo, context, quiet);
            // The columns must be inferred from the same version of the file that is uploaded.
            CsvSource csv = source.unchangedFile();
            long streamId = created() && record.earlierStream().isPresent()
                    ? record.earlierStream().getAsLong()
                    : destination.streamId(target, source.path(), csv, method, keys, allowEmpty);
            UploadResult result = upload(domo, request(streamId, method, rows(source, csv)), source);
            if (!quiet) {
                new Outcome(result).print(new Report(context), title(result, source.name()));
            }
            reported(result);
        }
        return ExitCode.DONE;
    }

    private UploadKey key(Map<String, Setting> settings, UploadSource source, UpdateMethod method) {
        return new UploadKey(UploadKey.Account.of(settings), target.key(), source.key(), method.name());
    }

    private static String title(UploadResult result, String source) {
        return result.uploadedEarlier()
                ? "An earlier run has already uploaded " + source + "; no rows were sent."
                : "Uploaded " + source;
    }

    /** Returns the journal, if the upload has one and it exists. */
    Optional<Path> journal() {
        return record.remaining();
    }

    /** Deletes the journal of an upload whose outcome was reported to the user. */
    void reported(UploadResult result) {
        try {
            record.reported(result);
        } catch (IOException e) {
            context.err()
                    .println("Warning: the journal of this upload could not be deleted: " + e
                            + ". Before you upload the same source again, delete it or specify --again.");
        }
    }

    /** Returns whether the command creates a Stream, so that running it again would create another one. */
    boolean created() {
        return target.name != null;
    }

    private UploadResult upload(DomoClient domo, UploadRequest.Builder request, UploadSource source)
            throws IOException {
        request.listener(Progress.start(context, quiet, source.size(), record.uploadedBefore()));
        Upload upload = domo.streams().upload(request.build());
        return context.interruption().handledBy(upload::abort, upload::await);
    }

    private CsvSource rows(UploadSource source, CsvSource regularFile) {
        if (!source.isStreamed()) {
            return regularFile;
        }
        return journal.resume ? record.copiedRows(source.name()) : source.stream(context.in());
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
        record.addTo(request);
        return request;
    }

    private void rejectInvalidSettings() {
        try {
            tuning.check();
            journal.check(source().isStreamed());
        } catch (IllegalArgumentException e) {
            throw invalid(String.valueOf(e.getMessage()));
        }
        if (target.streamId != null && target.streamId < 1) {
            throw invalid("--stream must be positive: " + target.streamId);
        }
    }

    private void rejectContradictions(UpdateMethod method) {
        boolean creates = created();
        if (check && (creates || source().isStreamed())) {
            throw invalid("--check requires a file and an existing DataSet: specify FILE with --stream or --dataset");
        }
        if (creates && source().isStandardInput()) {
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

    private UploadSource source() {
        return new UploadSource(file);
    }
}
