package io.github.domojvm.matrix;

import io.github.domojvm.DomoClient;
import io.github.domojvm.TimedDomo;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.internal.call.Timing;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.DomoSandboxBuilder;
import io.github.domojvm.sandbox.FaultProxy;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * A sandbox, a proxy in front of it, and a client that no fault affects. All share a fake clock. The cells use them one
 * after another.
 */
final class Servers implements AutoCloseable {
    static final String SECRET = "marker-secret-4711";
    static final Duration COMMIT_DELAY = Duration.ofSeconds(2);

    final FakeTiming timing = new FakeTiming() {
        /** A stopped call ends after a real time, since no other clock advances while it waits for a response. */
        @Override
        public Scheduled after(Duration wait, Runnable later) {
            return Timing.SYSTEM.after(wait, later);
        }
    };
    final ShiftedClock clock = new ShiftedClock(timing.clock());
    final DomoSandbox sandbox;
    final FaultProxy proxy;
    final DomoClient control;

    Servers(UnaryOperator<DomoSandboxBuilder> settings) {
        sandbox = settings.apply(DomoSandbox.builder()
                        .client("marker-id", SECRET)
                        .clock(clock)
                        .commitDelay(COMMIT_DELAY))
                .start();
        proxy = FaultProxy.start(sandbox.url());
        control = TimedDomo.build(DomoClient.builder().environment(sandbox.environment()), timing);
    }

    /** Deletes what the last cell has left. */
    void reset() {
        proxy.faults().clear();
        clock.reset();
        sandbox.reset();
    }

    @Override
    public void close() {
        control.close();
        proxy.close();
        sandbox.close();
    }
}
