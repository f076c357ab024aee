package io.github.domojvm.internal.parts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class CutterFailureTest {
    private static final PartOptions TWO_RECORDS =
            PartOptions.builder().maxRecords(2).parallelism(1).build();

    @Test
    void rejectingExecutorEndsTheCutting() throws IOException {
        RejectedExecutionException rejected = new RejectedExecutionException("full");
        Executor executor = task -> {
            throw rejected;
        };
        try (PartCutter cutter = cutter(records(), executor)) {
            assertThatThrownBy(cutter::next)
                    .isInstanceOf(RejectedExecutionException.class)
                    .hasMessageContaining("The executor rejected a block")
                    .hasCause(rejected);
            assertThatThrownBy(cutter::next)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("No more parts can be cut: The executor rejected a block");
        }
    }

    @Test
    void detectsAnExecutorThatWasShutDownAndDropsTasks() throws IOException {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new ThreadPoolExecutor.DiscardPolicy());
        executor.shutdown();
        try (PartCutter cutter = cutter(records(), executor)) {
            List<PendingPart> cut = new ArrayList<>();
            assertThatThrownBy(() -> {
                        while (true) {
                            cut.add(cutter.next());
                        }
                    })
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("was shut down");
            assertThat(cut).isNotEmpty().allMatch(part -> part.ready().isCompletedExceptionally());
        }
    }

    @Test
    void detectsAnExecutorThatIsShutDownWhileACallWaits() throws IOException {
        AtomicInteger shutdownChecks = new AtomicInteger();
        Executor dropsTasks = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
            @Override
            public void execute(Runnable task) {}

            @Override
            public boolean isShutdown() {
                return shutdownChecks.getAndIncrement() > 0;
            }
        };
        try (PartCutter cutter = cutter(records(), dropsTasks)) {
            assertThatThrownBy(() -> Cuts.drain(cutter)).hasMessageContaining("was shut down");
            assertThat(shutdownChecks).hasValue(2);
        }
    }

    @Test
    void failedTaskFailsThePartsAndTheNextCall() throws IOException {
        OutOfMemoryError failure = new OutOfMemoryError("no room for a deflater");
        DeflaterPool deflaters = new DeflaterPool(() -> {
            throw failure;
        });
        Queue<Runnable> tasks = new ArrayDeque<>();
        try (PartCutter cutter = new PartCutter(records(), TWO_RECORDS, tasks::add, new BlockPool(9, 16), deflaters)) {
            PendingPart first = cutter.next();
            PendingPart second = cutter.next();
            tasks.remove().run();
            tasks.forEach(Runnable::run);

            for (PendingPart part : List.of(first, second)) {
                assertThatThrownBy(() -> part.ready().join())
                        .isInstanceOf(CompletionException.class)
                        .hasMessageContaining("Compressing a block failed")
                        .hasRootCause(failure);
            }
            assertThatThrownBy(cutter::next).isInstanceOf(IOException.class).hasRootCause(failure);
            assertThatThrownBy(cutter::columnNames)
                    .isInstanceOf(IOException.class)
                    .hasRootCause(failure);
        }
    }

    @Test
    void taskThatFailsBeforeThePartIsCutFailsThePart() throws IOException {
        DeflaterPool deflaters = new DeflaterPool(() -> {
            throw new IllegalStateException("no deflater");
        });
        try (PartCutter cutter =
                new PartCutter(records(), TWO_RECORDS, Runnable::run, new BlockPool(3, 16), deflaters)) {
            assertThat(cutter.next().ready()).isCompletedExceptionally();
            assertThatThrownBy(cutter::next).hasRootCauseInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void failingInputEndsTheCuttingWithItsException() throws IOException {
        IOException broken = new IOException("disk gone");
        InputStream failing = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                throw broken;
            }
        };
        Queue<Runnable> tasks = new ArrayDeque<>();
        InputStream start = new ByteArrayInputStream("a,b\nc,d\n".repeat(8).getBytes(UTF_8));
        try (PartCutter cutter = cutter(new SequenceInputStream(start, failing), tasks::add)) {
            PendingPart first = cutter.next();
            Throwable thrown = catchThrowable(() -> {
                while (true) {
                    cutter.next();
                    tasks.remove().run();
                }
            });
            assertThat(thrown).isSameAs(broken);
            assertThat(first.ready()).isCompleted();
            assertThatThrownBy(cutter::next).hasCause(broken);
        }
    }

    @Test
    void invalidRecordFailsThePartsThatAreNotReady() throws IOException {
        Queue<Runnable> tasks = new ArrayDeque<>();
        InputStream in = new ByteArrayInputStream("a,b\nc,d\ne\n".getBytes(UTF_8));
        try (PartCutter cutter = cutter(in, tasks::add)) {
            PendingPart first = cutter.next();
            assertThatThrownBy(cutter::next).isInstanceOf(CsvFormatException.class);
            assertThatThrownBy(() -> first.ready().join()).hasCauseInstanceOf(CsvFormatException.class);
        }
    }

    @Test
    void interruptStopsTheCuttingAndIsPreserved() throws IOException {
        try (PartCutter cutter = cutter(records(), Runnable::run)) {
            Thread.currentThread().interrupt();
            Throwable thrown = catchThrowable(cutter::next);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(thrown).isInstanceOf(InterruptedIOException.class);
        }
    }

    @Test
    void interruptEndsTheWaitForABlock() throws IOException {
        BlockPool blocks = new BlockPool(1, 8);
        byte[] only = blocks.take(() -> {});
        Thread.currentThread().interrupt();
        Throwable thrown = catchThrowable(() -> blocks.take(() -> {}));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown).isInstanceOf(InterruptedIOException.class);
        blocks.give(only);
        assertThat(blocks.take(() -> {})).isSameAs(only);
    }

    @Test
    void closeEndsACallThatWaitsInAnotherThread() throws Exception {
        CountDownLatch allBlocksOut = new CountDownLatch(2);
        PartCutter cutter = cutter(records(), task -> allBlocksOut.countDown());
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();
        Thread thread = new Thread(() -> outcome.complete(catchThrowable(() -> Cuts.drain(cutter))));
        thread.start();
        allBlocksOut.await();

        cutter.close();

        assertThat(outcome.get()).isInstanceOf(IOException.class).hasMessageContaining("the cutter was closed");
        thread.join();
    }

    @Test
    void closeReleasesAllResourcesWhileTasksRun() throws IOException {
        AtomicInteger alive = new AtomicInteger();
        AtomicInteger closed = new AtomicInteger();
        InputStream in = new SequenceInputStream(records(), InputStream.nullInputStream()) {
            @Override
            public void close() throws IOException {
                closed.incrementAndGet();
                super.close();
            }
        };
        Queue<Runnable> tasks = new ArrayDeque<>();
        PartCutter cutter = new PartCutter(
                in, TWO_RECORDS, tasks::add, new BlockPool(9, 16), new DeflaterPool(() -> new CountedDeflater(alive)));
        PendingPart ready = cutter.next();
        tasks.remove().run();
        PendingPart unfinished = cutter.next();
        assertThat(alive).hasValue(1);

        cutter.close();
        assertThat(alive).as("idle deflaters end immediately").hasValue(0);
        tasks.remove().run();

        assertThat(alive).as("a late task leaves no deflater open").hasValue(0);
        assertThat(closed).hasValue(1);
        assertThat(Cuts.raw(ready.ready().join())).asString(UTF_8).isEqualTo("a,b\nc,d\n");
        assertThatThrownBy(() -> unfinished.ready().join()).isInstanceOf(CancellationException.class);
        assertThatThrownBy(cutter::next).isInstanceOf(IOException.class).hasMessageContaining("closed");
    }

    private static InputStream records() {
        return new ByteArrayInputStream("a,b\nc,d\n".repeat(200).getBytes(UTF_8));
    }

    private static PartCutter cutter(InputStream in, Executor executor) {
        return Cuts.cutter(in, TWO_RECORDS, executor, 16);
    }

    /** Counts the deflaters that were created and not ended. */
    private static final class CountedDeflater extends Deflater {
        private final AtomicInteger alive;

        CountedDeflater(AtomicInteger alive) {
            super(1, true);
            this.alive = alive;
            alive.incrementAndGet();
        }

        @Override
        public void end() {
            alive.decrementAndGet();
            super.end();
        }
    }
}
