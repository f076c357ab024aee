package io.github.domojvm.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.rest.model.Execution;
import io.github.domojvm.rest.model.UpdateMethod;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okio.ByteString;

/** What holds in every cell of the matrix, whatever the fault. */
final class Invariants {
    private static final String PART = "/v1/streams/*/executions/*/part/*";
    private static final String COMMIT = "/v1/streams/*/executions/*/commit";
    /** A sentence or clause in the imperative. */
    private static final String NEXT_STEP =
            "(?s).*(^|[.!:;)] |, |, and |; also )(Add|Call|Change|Check|Compare|Correct|Do not|End|Enable|"
                    + "Fix|Free|If|Make sure|Read|Reduce|Request|Retry|Set|Try|Use|Wait|call|check|look|read|retry|set|wait)\\b.*";
    /** The program itself ended the call. */
    private static final String ENDED_BY_PROGRAM =
            "(?s).*(stopped|interrupted|because the client was closed)\\..*|.*interrupted;.*";

    private final Setup setup;
    private final Observed seen;

    Invariants(Setup setup, Observed seen) {
        this.setup = setup;
        this.seen = seen;
    }

    void check(UpdateMethod method, List<String> log) {
        setup.checkAfterwards();
        assertThat(setup.firedAsPlanned())
                .as(
                        "faults took effect as planned: %s%s",
                        setup.fired(), setup.world.servers.proxy.faults().report())
                .isTrue();
        everyRowArrivedOnceOrNone(method);
        noCommitWasSentBeforeAllParts();
        retriedPartsAreTheSame();
        executionsAreClosedOrNamed();
        noTextContainsASecret(log);
        messageIsUseful();
    }

    private void everyRowArrivedOnceOrNone(UpdateMethod method) {
        List<List<String>> all = Table.concat(
                method == UpdateMethod.APPEND ? World.OLD_ROWS : List.of(), Table.rows("new", setup.shape.rows()));
        List<List<String>> present = setup.world.rows();
        if (!setup.committedByOthers().isEmpty()) {
            assertThat(present)
                    .as("rows that another program committed")
                    .isEqualTo(Table.concat(World.OLD_ROWS, setup.committedByOthers()));
            return;
        }
        if (seen.isMismatch()) {
            assertThat(present).as("rows that differ").isNotEqualTo(all);
        } else {
            assertThat(present).as("rows").isEqualTo(method != null && seen.isCommitted() ? all : World.OLD_ROWS);
        }
    }

    /** After a restart, the log of the sandbox also has the requests of the process that was killed. */
    private void noCommitWasSentBeforeAllParts() {
        List<Sent> sent = setup.isRestart() ? setup.world.received() : setup.sent();
        int commit = IntStream.range(0, sent.size())
                .filter(i -> sent.get(i).is("PUT", COMMIT))
                .findFirst()
                .orElse(sent.size());
        if (commit == sent.size()) {
            boolean byOthers = !setup.committedByOthers().isEmpty();
            assertThat(seen.isCommitted() && !byOthers)
                    .as("committed without a commit")
                    .isFalse();
            return;
        }
        assertThat(sent.subList(0, commit).stream()
                        .filter(request -> request.is("PUT", PART) && request.succeeded())
                        .map(Invariants::partNumber)
                        .collect(Collectors.toSet()))
                .as("parts before the commit")
                .hasSize(setup.shape.parts());
    }

    private void retriedPartsAreTheSame() {
        assertThat(setup.sent().stream()
                        .filter(request -> request.is("PUT", PART))
                        .collect(Collectors.groupingBy(
                                Invariants::partNumber, Collectors.mapping(Sent::rows, Collectors.toSet()))))
                .allSatisfy((number, rows) -> {
                    assertThat(rows).as("contents of part %s", number).hasSize(1);
                    if (!setup.isSourceChanged()) {
                        assertThat(rows)
                                .containsExactly(ByteString.encodeUtf8(Table.csv(setup.shape.partRows(number))));
                    }
                });
    }

    private static int partNumber(Sent part) {
        return Integer.parseInt(part.path().substring(part.path().lastIndexOf('/') + 1));
    }

    private void executionsAreClosedOrNamed() {
        List<Execution> open = setup.world.openExecutions();
        if (setup.isOtherProgramActive()) {
            assertThat(open).as("execution of the other program").hasSize(1);
            return;
        }
        if (setup.leavesEarlierRun()) {
            assertThat(open).as("execution of the earlier run").hasSize(1);
            return;
        }
        assertThat(open)
                .allSatisfy(execution ->
                        assertThat(seen.failure()).hasMessageContaining("executions/" + execution.id() + "/abort"));
    }

    private void noTextContainsASecret(List<String> log) {
        String text = text(seen.failure()) + log;
        assertThat(setup.world.wire.secrets())
                .isNotNull()
                .allSatisfy(secret -> assertThat(text).doesNotContain(secret));
        assertThat(text).doesNotContain(Servers.SECRET);
    }

    private void messageIsUseful() {
        DomoException e = seen.failure();
        if (e != null) {
            assertThat(e.getMessage().matches(ENDED_BY_PROGRAM)
                            || e.getMessage().matches(NEXT_STEP))
                    .as("next step in: %s", e.getMessage())
                    .isTrue();
            assertThat(e.reason()).isNotNull();
        }
    }

    private static String text(Throwable failure) {
        if (failure == null) {
            return "";
        }
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
