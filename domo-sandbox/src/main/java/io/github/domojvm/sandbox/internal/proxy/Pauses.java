package io.github.domojvm.sandbox.internal.proxy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How the proxy waits. */
public interface Pauses {
    /** Waits in real time. */
    Pauses REAL = (time, closed) -> closed.await(time.toNanos(), TimeUnit.NANOSECONDS);

    /** Waits for a duration, or until the connection is closed. Returns whether it is closed. */
    boolean pause(Duration time, CountDownLatch closed) throws InterruptedException;
}
