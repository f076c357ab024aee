package io.github.domojvm.stream;

import io.github.domojvm.error.DomoApiException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.error.FailureReason;
import io.github.domojvm.internal.call.Cancellation;
import io.github.domojvm.internal.call.Timing;
import io.github.domojvm.internal.parts.Part;
import io.github.domojvm.internal.parts.PendingPart;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends the parts concurrently. A permit is acquired before a part is cut, so only the parts in flight are in memory.
 * After the first failure no further part is sent, calls in flight are cancelled, and that failure is thrown.
 */
final class SendStep {
    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final UploadRun run;
    private final Executor executor;
    private final Cancellation cancellation;
    private final Timing timing;
    private final Duration progressTimeout;
    private final int parallelism;
    private final Semaphore permits;
    /** Null for a fixed level. */
    private final @Nullable AdaptiveLevel adaptive;

    private final AtomicInteger sending = new AtomicInteger();
    /** How long it took to send the part that was acknowledged last; 0 before. */
    private final AtomicLong lastSent = new AtomicLong();

    /** The parts that are cut but not yet being sent, with a flag that is true once their permit is released. */
    private final Map<Integer, AtomicBoolean> waiting = new ConcurrentHashMap<>();

    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    SendStep(
            UploadRun run,
            UploadSettings settings,
            Executor executor,
            Timing timing,
            @Nullable AdaptiveLevel adaptive) {
        this.run = run;
        this.executor = executor;
        this.timing = timing;
        this.cancellation = run.sending();
        this.progressTimeout = settings.progressTimeout;
        this.parallelism = settings.parallelism;
        this.permits = new Semaphore(parallelism);
        this.adaptive = adaptive;
    }

    /** Returns when all parts are acknowledged. After a failure, throws it once no part is in flight. */
    void send(Source source) {
        try {
            acquire(1);
            long since = timing.nanos();
            while (startNext(source)) {
                long cut = timing.nanos();
                acquire(1);
                long now = timing.nanos();
                if (adaptive != null) {
                    adaptive.partMayStart(now - cut, now - since, sending.get() == 0 ? lastSent.get() : 0);
                }
                since = now;
            }
            permits.release();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(new DomoIoException("Interrupted while sending parts.", false, e));
        } catch (RuntimeException | Error e) {
            permits.release();
            // The failure of the reader is the cause, even if a part that depends on it has failed earlier.
            failure.set(e);
            cancellation.cancel();
        }
        awaitAll();
    }

    /** A separate method, so that no local variable keeps a part in memory while the next one is cut. */
    @SuppressWarnings("FutureReturnValueIgnored") // The last stage reports the failure.
    private boolean startNext(Source source) {
        PendingPart part = cancellation.isCancelled() ? null : source.next();
        if (part == null) {
            return false;
        }
        run.acknowledgments().cut();
        Integer number = part.number();
        AtomicBoolean returned = new AtomicBoolean();
        waiting.put(number, returned);
        CompletableFuture<Void> sent = part.ready().thenAcceptAsync(ready -> deliver(source, ready), executor);
        sent.whenComplete((nothing, error) -> {
            waiting.remove(number);
            if (error != null) {
                fail(error);
            }
            release(returned);
        });
        return true;
    }

    private void deliver(Source source, Part part) {
        boolean dropped = waiting.remove(part.number()) == null;
        if (dropped || cancellation.isCancelled()) {
            throw new CancellationException("The upload was ended");
        }
        UploadPart description = UploadPart.of(part);
        if (!run.record(description)) {
            return;
        }
        sending.incrementAndGet();
        long since = timing.nanos();
        try {
            run.service().sendPart(run.executionId(), part);
            lastSent.set(timing.nanos() - since);
        } catch (DomoApiException e) {
            throw PartRefusal.of(run.service(), run.executionId(), part, source, e);
        } finally {
            sending.decrementAndGet();
        }
        run.acknowledgments().sent(part.gzipLevel());
        run.acknowledged(description);
    }

    /**
     * Waits for permits. An executor that was shut down, or that drops tasks, never releases them. In that case, and
     * when the upload is cancelled, the permits of parts whose task has not started are released here.
     */
    private void acquire(int count) throws InterruptedException {
        int acknowledged = run.progress().partsAcknowledged();
        long since = timing.nanos();
        while (!timing.acquire(permits, count, INTERVAL)) {
            boolean shutDown = executor instanceof ExecutorService service && service.isShutdown();
            if (shutDown) {
                fail(new DomoIoException(
                        "The upload executor was shut down while parts were waiting to be sent. Keep it running until uploads end.",
                        false,
                        null));
            }
            int present = run.progress().partsAcknowledged();
            if (present != acknowledged) {
                acknowledged = present;
                since = timing.nanos();
            } else if (timing.nanos() - since >= Timing.nanosOf(progressTimeout)) {
                fail(noProgress());
            }
            if (shutDown || cancellation.isCancelled()) {
                waiting.forEach((number, returned) -> {
                    if (waiting.remove(number, returned)) {
                        release(returned);
                    }
                });
            }
        }
    }

    private UploadRefusedException noProgress() {
        return new UploadRefusedException(
                FailureReason.NO_PROGRESS,
                "No part was acknowledged for " + progressTimeout + ", although parts were being sent.",
                "Check the network and the service, send smaller or fewer parts at the same time, or set a longer"
                        + " progressTimeout.");
    }

    /** Releases the permit of a part, at most once. */
    private void release(AtomicBoolean returned) {
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
