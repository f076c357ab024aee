package io.github.domojvm.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.sandbox.Fault;
import java.util.Map;

/** Effects of a program that ends an upload or export while it waits for a response that never arrives. */
final class Stops {
    private Stops() {}

    static void addTo(Map<String, Effect> effects) {
        effects.put(
                "abort the upload",
                (setup, none) -> stop(setup, () -> setup.upload().abort()));
        effects.put("close the client", (setup, none) -> stop(setup, setup.world.domo::close));
        effects.put("interrupt", (setup, none) -> {
            setup.runOnThisThread();
            stop(setup, Thread.currentThread()::interrupt);
            setup.afterwards(() ->
                    assertThat(setup.wasInterrupted()).as("interrupt flag").isTrue());
        });
    }

    private static void stop(Setup setup, Runnable action) {
        Fault stalled = setup.on().stall();
        setup.proxy(stalled);
        Thread stopping = new Thread(
                () -> {
                    try {
                        setup.world.servers.proxy.faults().awaitFired(stalled);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    action.run();
                },
                "stop");
        stopping.setDaemon(true);
        stopping.start();
        setup.afterwards(() -> assertThat(ended(stopping)).isTrue());
    }

    private static boolean ended(Thread thread) {
        try {
            thread.join();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
