package io.github.domojvm.cli.command;

import io.github.domojvm.DomoClient;
import io.github.domojvm.cli.terminal.Report;
import io.github.domojvm.rest.model.Execution;
import io.github.domojvm.rest.model.ExecutionState;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The newest execution of a Stream: what an upload without a journal may have left. */
final class NewestExecution {
    private final DomoClient domo;
    private final long streamId;

    NewestExecution(DomoClient domo, long streamId) {
        this.domo = domo;
        this.streamId = streamId;
    }

    /** Reports the execution, aborts it if that is requested and it is open, and returns the exit code. */
    int settle(boolean abort, Report report) {
        Optional<Execution> newest = StreamSupport.stream(
                        domo.executions().list(streamId).spliterator(), false)
                .max(Comparator.comparing(Execution::id));
        report.title("Newest execution of Stream " + streamId);
        if (newest.isEmpty()) {
            report.line("Execution", "none");
            return ExitCode.DONE;
        }
        long id = newest.get().id();
        ExecutionState state = newest.get().currentState();
        if (abort && state == ExecutionState.ACTIVE) {
            domo.executions().abort(streamId, id);
            state = domo.executions().get(streamId, id).currentState();
        }
        report.line("Execution", id + ", created " + newest.get().createdAt());
        report.line("State", String.valueOf(state));
        if (state != ExecutionState.ACTIVE) {
            return ExitCode.DONE;
        }
        report.text(
                "Next step",
                "Another program may be uploading, or the service is processing a commit. If not, run the command with"
                        + " --abort: rows that are not processed before the abort never will be.");
        return ExitCode.UNKNOWN;
    }
}
