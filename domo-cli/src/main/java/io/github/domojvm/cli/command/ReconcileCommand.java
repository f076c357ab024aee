package io.github.domojvm.cli.command;

import io.github.domojvm.DomoClient;
import io.github.domojvm.cli.journal.JournalFolder;
import io.github.domojvm.cli.journal.StateFolder;
import io.github.domojvm.cli.journal.UploadKey.Account;
import io.github.domojvm.cli.service.ServiceOptions;
import io.github.domojvm.cli.service.Setting;
import io.github.domojvm.cli.terminal.CliContext;
import io.github.domojvm.cli.terminal.Numbers;
import io.github.domojvm.cli.terminal.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code domo reconcile}. */
@Command(
        name = "reconcile",
        header = "Determine the outcome of interrupted uploads, and settle them.",
        customSynopsis = "@|bold domo reconcile|@ [JOURNAL... | --stream=ID] [--abort] [OPTIONS]",
        description = {
            "Reads the journals of uploads that were killed or ended with an unknown outcome, and the state of their"
                    + " executions, and prints what became of each. A journal is deleted after its outcome was printed,"
                    + " unless something is left to be settled. The command sends no rows and no commit.",
            "",
            "Without JOURNAL, it reads the journals of this client in the state folder:",
            "",
            "  DOMO_STATE_HOME       if set; otherwise",
            "  XDG_STATE_HOME/domo   if set; otherwise",
            "  LOCALAPPDATA\\domo     on Windows, or ~/.local/state/domo"
        },
        footer = {
            "  # Print what became of interrupted uploads",
            "  $ domo reconcile",
            "",
            "  # Abort those that are not committed, so that they can be repeated",
            "  $ domo reconcile --abort",
            "",
            "  # The same for an upload without a journal",
            "  $ domo reconcile --stream 42 --abort"
        })
final class ReconcileCommand implements Callable<Integer> {
    private final CliContext context;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "JOURNAL",
            description = "Journals of uploads (default: those in the state folder).")
    private List<Path> journals = List.of();

    @Option(
            names = "--abort",
            description =
                    "Abort executions that are still open. Their rows will not be in the DataSet, unless the service"
                            + " processes them before. An execution whose id is not in the journal may belong to another program.")
    private boolean abort;

    @Option(
            names = "--stream",
            paramLabel = "ID",
            description = "Examine the newest execution of this Stream, which may belong to another program.")
    private @Nullable Long streamId;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    ReconcileCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        rejectContradictions();
        Report report = new Report(context);
        Map<String, Setting> settings = service.settings(context);
        try (DomoClient domo = service.connect(context, settings)) {
            if (streamId != null) {
                return new NewestExecution(domo, streamId).settle(abort, report);
            }
            long others = 0;
            List<Path> files = journals;
            if (files.isEmpty()) {
                Path folder = StateFolder.of(context.environment()).uploads();
                JournalFolder found = JournalFolder.list(folder, Account.of(settings));
                files = found.own();
                others = found.others();
            }
            Reconciling reconciling = new Reconciling(domo, report, abort);
            for (Path file : files) {
                reconciling.examine(file);
            }
            if (files.isEmpty()) {
                report.title("No upload is left to be settled.");
            }
            if (others > 0) {
                context.out().println(Numbers.count(others, "journal") + " of other clients or services not examined.");
            }
            return reconciling.exitCode();
        }
    }

    private void rejectContradictions() {
        if (streamId != null && !journals.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "JOURNAL and --stream are mutually exclusive");
        }
        if (streamId != null && streamId < 1) {
            throw new ParameterException(spec.commandLine(), "--stream must be positive: " + streamId);
        }
    }
}
