package io.github.domojvm.simulation;

import io.github.domojvm.internal.call.Cancellation;
import io.github.domojvm.internal.call.Timing;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * The clock, the waits and the alarms of a simulated process, in virtual time. Reading the clock is a point at which
 * another thread may run.
 */
final class SimulatedTiming implements Timing {
    private static final int YIELD_ONE_IN = 3;
    private static final Duration PERMIT_STEP = Duration.ofMillis(20);

    private final Scheduler scheduler;
    private final SimulatedProcess process;
    private final RandomGenerator random;

    SimulatedTiming(Scheduler scheduler, SimulatedProcess process, RandomGenerator random) {
        this.scheduler = scheduler;
        this.process = process;
        this.random = random;
    }

    @Override
    public long nanos() {
        if (SimulatedProcess.isCurrent(scheduler) && random.nextInt(YIELD_ONE_IN) == 0) {
            scheduler.pass();
        }
        return scheduler.nanos();
    }

    @Override
    public void sleep(Duration wait, Cancellation cancellation) throws InterruptedException {
        Cancellation.Registration registration = cancellation.whenAborted(wake(Thread.currentThread()));
        try {
            sleep(wait, cancellation::isCancelled);
        } finally {
            registration.close();
        }
    }

    /** Tries at intervals, since a semaphore does not know virtual time. */
    @Override
    public boolean acquire(Semaphore permits, int count, Duration longest) throws InterruptedException {
        long end = scheduler.nanos() + longest.toNanos();
        while (!permits.tryAcquire(count)) {
            long left = end - scheduler.nanos();
            if (left <= 0) {
                return false;
            }
            sleep(Duration.ofNanos(Math.min(left, PERMIT_STEP.toNanos())), () -> false);
        }
        return true;
    }

    @Override
    public Scheduled after(Duration wait, Runnable action) {
        return process.after(wait, action)::cancel;
    }

    private void sleep(Duration wait, BooleanSupplier early) throws InterruptedException {
        long end = scheduler.nanos() + Timing.nanosOf(wait);
        Scheduler.Timer timer = scheduler.after(wait, wake(Thread.currentThread()));
        try {
            while (end - scheduler.nanos() > 0 && !early.getAsBoolean()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                LockSupport.park(this);
            }
        } finally {
            timer.cancel();
        }
    }

    private Runnable wake(Thread thread) {
        return () -> {
            if (!process.isKilled()) {
                LockSupport.unpark(thread);
            }
        };
    }
}
