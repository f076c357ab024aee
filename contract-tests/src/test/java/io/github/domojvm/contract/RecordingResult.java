package io.github.domojvm.contract;

import io.github.domojvm.DomoClient;
import io.github.domojvm.contract.RecordedStatus.Expected;
import io.github.domojvm.contract.Replay.Exchange;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Quirk;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The result of a recording that was replayed against its own sandbox.
 *
 * @param recording the recording
 * @param numbersDiffer whether the sandbox assigned other numbers than those in the recording
 * @param exceptions the lines of exceptions.tsv that apply to the recording
 * @param unexpected a line for each request whose response has another status than expected or violates the description
 */
record RecordingResult(Recording recording, boolean numbersDiffer, Set<String> exceptions, List<String> unexpected) {
    private static final Spec SPEC = Spec.read();
    private static final RecordedStatus STATUS = new RecordedStatus(SPEC);
    private static final int NUMBERS_TO_SKIP = 5;

    /** Replays the recording with the quirks that it needs. */
    static RecordingResult of(Recording recording) {
        try (DomoSandbox sandbox = DomoSandbox.builder()
                .quirk(recording.quirks().toArray(Quirk[]::new))
                .start()) {
            skipNumbers(sandbox);
            Replay replay = new Replay(sandbox);
            List<String> unexpected = new ArrayList<>();
            Set<String> exceptions = new TreeSet<>();
            for (RecordedCall call : recording.calls()) {
                Exchange exchange = replay.send(call);
                Expected expected = STATUS.of(recording.client(), call);
                exceptions.add(expected.exception());
                List<String> problems = problems(exchange, expected);
                if (!problems.isEmpty()) {
                    unexpected.add(call + ": " + String.join("; ", problems));
                }
            }
            exceptions.remove("");
            return new RecordingResult(recording, replay.numbersDiffer(), exceptions, unexpected);
        }
    }

    /** Uses up some numbers, so that a replay with the recorded ones fails. */
    private static void skipNumbers(DomoSandbox sandbox) {
        try (DomoClient domo = DomoClient.fromEnvironment(sandbox.environment())) {
            for (int i = 0; i < NUMBERS_TO_SKIP; i++) {
                domo.groups().delete(domo.groups().create("Skipped " + i).id());
            }
        }
    }

    private static List<String> problems(Exchange exchange, Expected expected) {
        if (!expected.statuses().contains(exchange.status())) {
            return List.of("expected " + expected.statuses() + " but was " + exchange.status() + " " + exchange.text());
        }
        return !expected.exception().isEmpty() || exchange.json().isMissingNode()
                ? List.of()
                : SPEC.violations(
                        SPEC.operation(exchange.call().method(), exchange.call().path()),
                        exchange.status(),
                        exchange.json());
    }
}
