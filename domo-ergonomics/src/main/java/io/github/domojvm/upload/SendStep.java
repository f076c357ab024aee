package io.github.domojvm.upload;

import io.github.domojvm.error.BadRequestException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.internal.Cancellation;
import io.github.domojvm.upload.parts.Part;
import io.github.domojvm.upload.parts.PendingPart;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sends the parts, several at once. A permit is taken before a part is cut, so memory stays at the parts in flight. The
 * first failure ends it: no new part, calls in flight cut, and that failure is the one that is told.
 */
final class SendStep {
    /** "... row 17, column 3 ..." as Domo says it (domo-python-sdk issue 44). */
    private static final Pattern ROW = Pattern.compile("\\brow (\\d{1,9})\\b");

    private final Service service;
    private final long executionId;
    private final Executor executor;
    private final Cancellation cancellation;
    private final Acknowledgments acknowledgments;
    private final int parallelism;
    private final Semaphore permits;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    SendStep(
            Service service,
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
    void send(Source source, PendingPart first) {
        try {
            permits.acquireUninterruptibly();
            for (PendingPart part = first; part != null; part = nextOf(source)) {
                start(source, part);
                permits.acquire();
            }
            permits.release();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(new DomoIoException("Interrupted while sending parts.", false, e));
        } catch (RuntimeException | Error e) {
            permits.release();
            fail(e);
        }
        awaitAll();
    }

    private @Nullable PendingPart nextOf(Source source) {
        if (cancellation.isCancelled()) {
            return null;
        }
        return source.next();
    }

    private void start(Source source, PendingPart part) {
        acknowledgments.cut();
        CompletableFuture<Void> sent = part.ready().thenAcceptAsync(ready -> deliver(source, ready), executor);
        CompletableFuture<Void> unused = sent.whenComplete((nothing, error) -> {
            if (error != null) {
                fail(error);
            }
            permits.release();
        });
    }

    private void deliver(Source source, Part part) {
        if (cancellation.isCancelled()) {
            throw new CancellationException("The upload was ended");
        }
        try {
            service.sendPart(executionId, part, cancellation);
        } catch (BadRequestException e) {
            throw new Refusal(refused(source, part, e), e);
        }
        acknowledgments.acknowledge(part);
    }

    /** The service counts rows within the part; the user's file has lines. */
    private static String refused(Source source, Part part, BadRequestException e) {
        Matcher row = ROW.matcher(e.failure().serverMessage());
        String place = "";
        if (row.find()) {
            long number = Long.parseLong(row.group(1));
            if (number >= 1 && number <= part.records()) {
                place = " That row begins on line " + part.lineOfRow(number) + " of " + source + ".";
            }
        }
        return "Part " + part.number() + " (" + part.records() + " rows from line " + part.firstLine() + " of " + source
                + ") was refused: " + e.failure().describe() + "." + place + " Mend the rows and upload again.";
    }

    private void fail(Throwable error) {
        if (failure.compareAndSet(null, error)) {
            cancellation.cancel();
        }
    }

    private void awaitAll() {
        permits.acquireUninterruptibly(parallelism);
        Throwable first = failure.get();
        if (first != null) {
            throw Failures.unwrapped(first);
        }
        if (cancellation.isCancelled()) {
            throw new CancellationException("The upload was ended");
        }
    }
}
