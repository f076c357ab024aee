package io.github.domojvm.stream;

import io.github.domojvm.error.DomoApiException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.internal.call.Cancellation;
import io.github.domojvm.internal.parts.Part;
import io.github.domojvm.internal.parts.PendingPart;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends the parts, several at once. A permit is taken before a part is cut, so memory stays at the parts in flight. The
 * first failure ends it: no new part, calls in flight cut, and that failure is the one that is told.
 */
final class SendStep {
    private static final long LOOK_EVERY_MILLIS = 200;

    private final StreamCalls service;
    private final long executionId;
    private final Executor executor;
    private final Cancellation cancellation;
    private final Acknowledgments acknowledgments;
    private final int parallelism;
    private final Semaphore permits;
    /** The parts that are cut and whose sending has not begun, and whether their permit is back. */
    private final Map<Integer, AtomicBoolean> waiting = new ConcurrentHashMap<>();

    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    SendStep(
            StreamCalls service,
            long executionId,
            int parallelism,
            Executor executor,
            Cancellation cancellation,
            Acknowledgments acknowledgments) {
        this.service = service;
        this.executionId = executionId;
        this.executor = executor;
        this.cancellation = cancellation;
        this.acknowledgments = acknowledgments;
        this.parallelism = parallelism;
        this.permits = new Semaphore(parallelism);
    }

    /** Returns when each part is acknowledged; throws the first failure when nothing is in flight any more. */
    void send(Source source) {
        try {
            acquire(1);
            while (startNext(source)) {
                acquire(1);
            }
            permits.release();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(new DomoIoException("Interrupted while sending parts.", false, e));
        } catch (RuntimeException | Error e) {
            permits.release();
            // What the reader saw is the cause; parts that were not ready failed of it too, and may have been faster.
            failure.set(e);
            cancellation.cancel();
        }
        awaitAll();
    }

    /** In a frame of its own, so that no part is held on to while the next one is cut. */
    @SuppressWarnings("FutureReturnValueIgnored") // The last stage reports what failed.
    private boolean startNext(Source source) {
        PendingPart part = cancellation.isCancelled() ? null : source.next();
        if (part == null) {
            return false;
        }
        acknowledgments.cut();
        Integer number = part.number();
        AtomicBoolean returned = new AtomicBoolean();
        waiting.put(number, returned);
        CompletableFuture<Void> sent = part.ready().thenAcceptAsync(ready -> deliver(source, ready), executor);
        sent.whenComplete((nothing, error) -> {
            waiting.remove(number);
            if (error != null) {
                fail(error);
            }
            giveBack(returned);
        });
        return true;
    }

    private void deliver(Source source, Part part) {
        boolean givenUp = waiting.remove(part.number()) == null;
        if (givenUp || cancellation.isCancelled()) {
            throw new CancellationException("The upload was ended");
        }
        try {
            service.sendPart(executionId, part, cancellation);
        } catch (DomoApiException e) {
            throw PartRefusal.of(service, executionId, part, source, e);
        }
        acknowledgments.acknowledge(part);
    }

    /**
     * Waits for permits. An executor that was shut down, or that drops tasks, gives none back: then, and when the
     * upload ends, the parts whose task has not begun are given up.
     */
    private void acquire(int count) throws InterruptedException {
        while (!permits.tryAcquire(count, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            boolean shutDown = executor instanceof ExecutorService service && service.isShutdown();
            if (shutDown) {
                fail(new DomoIoException(
                        "The executor of the uploads was shut down while parts were waiting.", false, null));
            }
            if (shutDown || cancellation.isCancelled()) {
                waiting.forEach((number, returned) -> {
                    if (waiting.remove(number, returned)) {
                        giveBack(returned);
                    }
                });
            }
        }
    }

    /** Once a part, whoever is first. */
    private void giveBack(AtomicBoolean returned) {
        if (returned.compareAndSet(false, true)) {
            permits.release();
        }
    }

    private void fail(Throwable error) {
        if (failure.compareAndSet(null, error)) {
            cancellation.cancel();
        }
    }

    private void awaitAll() {
        boolean interrupted = false;
        while (true) {
            try {
                acquire(parallelism);
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        Throwable first = failure.get();
        if (first != null) {
            throw Failures.unwrapped(first);
        }
        if (cancellation.isCancelled()) {
            throw new CancellationException("The upload was ended");
        }
    }
}
