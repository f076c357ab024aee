package io.github.domojvm.sandbox;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A Stream in a sandbox with a commit delay of one minute, and requests for its executions. */
abstract class ExecutionFixture {
    static final Duration DELAY = Duration.ofMinutes(1);

    final SettableClock clock = new SettableClock();
    final DomoSandbox sandbox =
            DomoSandbox.builder().clock(clock).commitDelay(DELAY).start();
    final Caller caller = new Caller(sandbox);
    final String stream = caller.newStream("APPEND");
    final String dataSet = caller.dataSetOf(stream);

    @AfterEach
    void close() {
        sandbox.close();
    }

    Reply part(String execution, int number, String csv) {
        return caller.put(execution + "/part/" + number, csv, "Content-Type", "text/csv");
    }

    Reply commit(String execution) {
        return caller.put(execution + "/commit", "");
    }

    Reply abort(String execution) {
        return caller.put(execution + "/abort", "");
    }

    String committed() {
        String execution = caller.newExecution(stream);
        part(execution, 1, "a,1\n");
        commit(execution);
        return execution;
    }

    String succeeded() {
        String execution = committed();
        clock.advance(DELAY);
        return execution;
    }

    List<String> cities() {
        return sandbox.rows(dataSet).stream().map(row -> row.get(0)).toList();
    }
}
