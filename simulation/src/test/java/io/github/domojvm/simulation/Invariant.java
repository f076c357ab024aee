package io.github.domojvm.simulation;

import io.github.domojvm.error.FailureReason;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.stream.UploadException;
import io.github.domojvm.stream.UploadOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What must be true of every simulation, examined long after its last run. */
enum Invariant {
    VERIFIED_ONCE("COMMITTED_VERIFIED means that each row was stored exactly once and in order.", (facts, problem) -> {
        for (Claim claim : with(facts, UploadOutcome.COMMITTED_VERIFIED).toList()) {
            SimulatedExecution execution = execution(facts, claim).orElse(null);
            if (execution == null || execution.applied == 0) {
                problem.accept("no row was stored, although " + claim);
            } else if (!execution.appliedRows.equals(facts.scenario.rows()) && !isUndetectable(facts)) {
                problem.accept("execution " + execution.id + " stored " + execution.appliedRows);
            }
        }
    }),
    APPENDED_AT_MOST_ONCE(
            "No row of an APPEND is stored twice, unless the network delivers a commit twice.", (facts, problem) -> {
                int stored = facts.own(Integer.MAX_VALUE).stream()
                        .mapToInt(execution -> execution.applied)
                        .sum();
                if (facts.scenario.updateMethod() == UpdateMethod.APPEND && stored > 1 && !facts.duplicatedCommit) {
                    problem.accept("the rows were stored " + stored + " times");
                }
            }),
    NOT_COMMITTED_FOR_EVER(
            "NOT_COMMITTED means that no row of the upload is stored, then or later.", (facts, problem) -> {
                for (Claim claim : with(facts, UploadOutcome.NOT_COMMITTED).toList()) {
                    facts.own(claim.run()).stream()
                            .filter(execution -> execution.applied > 0 && execution.committer.run() <= claim.run())
                            .forEach(execution -> problem.accept(
                                    "execution " + execution.id + " stored its rows, although " + claim));
                }
            }),
    OPEN_EXECUTION_REPORTED(
            "An execution that stays open is named, or the message states that one may be open.", (facts, problem) -> {
                for (Claim claim : with(facts, UploadOutcome.NOT_COMMITTED).toList()) {
                    facts.own(claim.run()).stream()
                            .filter(SimulatedExecution::isActive)
                            .filter(execution -> execution.owner.run() == claim.run())
                            .filter(execution -> !claim.message().contains(" open"))
                            .forEach(execution ->
                                    problem.accept("execution " + execution.id + " is open, although " + claim));
                }
            }),
    COMMIT_IS_COMPLETE(
            "No commit is sent before each part is acknowledged.",
            (facts, problem) -> facts.stream.ledger().commits().stream()
                    .filter(commit -> commit.caller().isUpload())
                    .filter(commit -> !commit.rows().equals(facts.scenario.rows()))
                    .forEach(commit -> problem.accept(
                            "execution " + commit.execution().id + " had " + commit.rows() + " at its commit"))),
    PARTS_GO_TO_OWN_EXECUTION(
            "No part is sent to an execution whose id was not in the response to a request of this upload.",
            (facts, problem) -> facts.stream.ledger().parts().stream()
                    .filter(part -> part.caller().isUpload())
                    .filter(part -> !part.execution().owner.isUpload() || !part.idWasReturned())
                    .forEach(part -> problem.accept("a part was sent to execution " + part.execution().id))),
    OTHERS_ARE_NOT_REPLACED(
            "No execution of another program that the upload has seen open is replaced without its consent.",
            (facts, problem) -> facts.stream.ledger().replaced().stream()
                    .filter(replaced -> !facts.scenario.abortOpenExecution())
                    .filter(replaced -> replaced.by().isUpload() && replaced.wasListed())
                    .filter(replaced -> !replaced.execution().owner.isUpload())
                    .forEach(replaced -> problem.accept("execution " + replaced.execution().id + " was replaced"))),
    ENDS("Every run ends in bounded time, and its listener is notified once.", (facts, problem) -> {
        facts.endless.forEach(problem);
        facts.endings.stream()
                .filter(count -> count != 1)
                .forEach(count -> problem.accept("the listener was notified " + count + " times"));
    }),
    LEAVES_NO_THREAD(
            "No thread of a run is left after it has ended.",
            (facts, problem) -> facts.leftThreads.forEach(thread -> problem.accept(thread + " is left"))),
    STOPS_SOON(
            "An upload that is stopped ends within a second.",
            (facts, problem) -> facts.stops.stream()
                    .filter(time -> time.compareTo(Facts.LONGEST_STOP) > 0)
                    .forEach(time -> problem.accept("the upload ended " + time + " after the stop"))),
    COMMITTED_IS_COMMITTED(
            "COMMITTED_UNVERIFIED and COMMITTED_MISMATCH mean that the service accepted the commit.",
            (facts, problem) -> facts.claims.stream()
                    .filter(Claim::isCommitted)
                    .filter(claim -> execution(facts, claim)
                                    .map(execution -> execution.commits)
                                    .orElse(0)
                            == 0)
                    .forEach(claim -> problem.accept("no commit was accepted, although " + claim))),
    MISMATCH_HAS_A_CAUSE(
            "COMMITTED_MISMATCH is reported only if another program changed the DataSet or a commit arrived twice.",
            (facts, problem) -> with(facts, UploadOutcome.COMMITTED_MISMATCH)
                    .filter(claim -> !facts.wasChangedByOthers()
                            && execution(facts, claim).map(e -> e.commits).orElse(0) < 2)
                    .forEach(claim -> problem.accept("nothing else changed the DataSet, although " + claim))),
    UNKNOWN_IS_RESOLVED(
            "UNKNOWN ends when the service returns a final state: reconciling then returns what happened.",
            (facts, problem) -> {
                if (facts.reconciled != null) {
                    resolved(facts.reconciled, facts.stateWhenReconciled, problem);
                }
                if (facts.aborted != null) {
                    resolved(facts.aborted, facts.stateWhenAborted, problem);
                }
            }),
    UNKNOWN_ONLY_IF_NOT_SAID(
            "UNKNOWN is not reported if the last request for the state of the execution returned a final state.",
            (facts, problem) -> {
                for (Claim claim : with(facts, UploadOutcome.UNKNOWN).toList()) {
                    String told = facts.stream.ledger().lastTold(claim.run());
                    boolean sent = facts.stream.ledger().commits().stream()
                            .anyMatch(commit -> commit.caller().equals(Caller.upload(claim.run())));
                    if (sent && List.of("SUCCESS", "ABORTED", "INVALID").contains(told)) {
                        problem.accept("the last state was " + told + ", although " + claim);
                    }
                }
            }),
    COLUMNS_ARE_THOSE_OF_THE_ROWS(
            "No commit is sent after a response with other columns than those for which the rows were cut.",
            (facts, problem) -> facts.stream.ledger().commits().stream()
                    .filter(commit -> commit.caller().isUpload()
                            && commit.execution().owner.isUpload())
                    .filter(commit ->
                            !commit.columns().isEmpty() && !commit.columns().equals(commit.execution().columns))
                    .forEach(commit -> problem.accept("execution " + commit.execution().id + " was opened for "
                            + commit.execution().columns + " and committed for " + commit.columns()))),
    JOURNAL_IS_USABLE(
            "The journal of a run that ended or was killed can be used by the next one.",
            (facts, problem) -> facts.claims.stream()
                    .filter(claim -> claim.failure() instanceof UploadException e
                            && (e.reason() == FailureReason.JOURNAL_UNUSABLE
                                    || e.reason() == FailureReason.SOURCE_CHANGED))
                    .forEach(claim -> problem.accept(claim.toString()))),
    FAILURES_HAVE_A_RESULT(
            "Every failure of an upload is an UploadException with its result, and none is a bug.",
            (facts, problem) -> facts.claims.stream()
                    .filter(claim -> (claim.failure() != null && !(claim.failure() instanceof UploadException))
                            || claim.message().contains("bug in this library"))
                    .forEach(claim -> problem.accept(claim.toString()))),
    SUCCEEDS_WITHOUT_FAULTS(
            "Without faults and other events, an upload is committed, unless it was to fail within the commit interval.",
            (facts, problem) -> {
                boolean undisturbed = facts.faultPercent == 0 && facts.events.isEmpty();
                Claim last = facts.claims.isEmpty() ? null : facts.claims.get(facts.claims.size() - 1);
                boolean early = last != null
                        && last.failure() instanceof UploadException e
                        && e.reason() == FailureReason.COMMIT_INTERVAL;
                if (undisturbed && !early && (last == null || !last.isCommitted())) {
                    problem.accept(String.valueOf(last));
                }
            });

    /** The invariant as a sentence. */
    final String sentence;

    @SuppressWarnings("ImmutableEnumChecker") // The lambdas have no state.
    private final BiConsumer<Facts, Consumer<String>> check;

    Invariant(String sentence, BiConsumer<Facts, Consumer<String>> check) {
        this.sentence = sentence;
        this.check = check;
    }

    /** Returns the violations, one sentence for each. */
    static List<String> violations(Facts facts) {
        List<String> violations = new ArrayList<>();
        for (Invariant invariant : values()) {
            invariant.check.accept(
                    facts, problem -> violations.add(invariant + ": " + invariant.sentence + " But " + problem));
        }
        return violations;
    }

    private static Stream<Claim> with(Facts facts, UploadOutcome outcome) {
        return facts.claims.stream().filter(claim -> claim.is(outcome));
    }

    private static Optional<SimulatedExecution> execution(Facts facts, Claim claim) {
        return claim.result().executionId().isEmpty()
                ? Optional.empty()
                : facts.stream.execution(claim.result().executionId().getAsLong());
    }

    /** Returns whether rows can be duplicated and removed by others so that the number of rows is right. */
    private static boolean isUndetectable(Facts facts) {
        return facts.duplicatedCommit && facts.wasChangedByOthers();
    }

    private static void resolved(Claim claim, SimulatedExecution.State state, Consumer<String> problem) {
        if (claim.result() == null) {
            problem.accept("reconciling failed with " + claim.failure());
            return;
        }
        boolean right = state == null
                || switch (state) {
                    case SUCCESS -> claim.isCommitted();
                    case ABORTED, INVALID -> claim.is(UploadOutcome.NOT_COMMITTED);
                    case ACTIVE, ERROR -> !claim.isCommitted();
                };
        if (!right) {
            problem.accept("its execution was " + state + ", although " + claim);
        }
    }
}
