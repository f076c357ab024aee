package io.github.domojvm.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.DomoClient;
import io.github.domojvm.cli.ChildJvm;
import io.github.domojvm.cli.Cli;
import io.github.domojvm.rest.model.Execution;
import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptionTest {
    @Test
    void ctrlCAbortsAnUploadAndReportsIt() throws Exception {
        try (DomoSandbox sandbox = DomoSandbox.start();
                DomoClient domo = Cli.client(sandbox)) {
            long stream = Objects.requireNonNull(domo.streams()
                    .create("x", SchemaBuilder.builder().stringColumn("a").build(), UpdateMethod.REPLACE)
                    .id());
            String[] arguments = {
                "upload", "-", "--stream", "" + stream, "--mode", "replace", "--part-rows", "10000", "--no-header"
            };
            try (ChildJvm child = ChildJvm.start(Cli.against(sandbox).environment, arguments)) {
                // More than one block: rows are read in blocks, and standard input stays open.
                child.in().write("row\n".repeat(100_000).getBytes(StandardCharsets.UTF_8));
                child.in().flush();
                while (sandbox.requests().stream()
                        .noneMatch(request -> request.path().contains("/part/"))) {
                    Thread.onSpinWait();
                }

                child.terminate();

                assertThat(child.errors()).contains("was not committed. It was stopped.", "Execution 1 was aborted");
                assertThat(child.exitCode()).isEqualTo(143);
            }
            assertThat(domo.executions().list(stream))
                    .extracting(Execution::currentState)
                    .containsExactly(ExecutionState.ABORTED);
        }
    }

    @Test
    void ctrlCAbortsAnUploadFromAPipeThatIsBlocked(@TempDir Path folder) throws Exception {
        Path fifo = folder.resolve("fifo");
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();
        try (DomoSandbox sandbox = DomoSandbox.start();
                DomoClient domo = Cli.client(sandbox)) {
            long stream = Objects.requireNonNull(domo.streams()
                    .create("x", SchemaBuilder.builder().stringColumn("a").build(), UpdateMethod.REPLACE)
                    .id());
            String[] arguments = {
                "upload",
                fifo.toString(),
                "--stream",
                "" + stream,
                "--mode",
                "replace",
                "--part-rows",
                "10000",
                "--no-header"
            };
            try (ChildJvm child = ChildJvm.start(Cli.against(sandbox).environment, arguments);
                    OutputStream rows = Files.newOutputStream(fifo, StandardOpenOption.WRITE)) {
                rows.write("row\n".repeat(100_000).getBytes(StandardCharsets.UTF_8));
                while (sandbox.requests().stream()
                        .noneMatch(request -> request.path().contains("/part/"))) {
                    Thread.onSpinWait();
                }

                child.terminate();

                assertThat(child.errors()).contains("was not committed. It was stopped.", "Execution 1 was aborted");
            }
            assertThat(domo.executions().list(stream))
                    .extracting(Execution::currentState)
                    .containsExactly(ExecutionState.ABORTED);
            try (ChildJvm child = ChildJvm.start(Cli.against(sandbox).environment, arguments)) {
                // No process writes to the pipe, so that opening it blocks.
                String executions = "/v1/streams/" + stream + "/executions";
                long before = executionsLists(sandbox, executions);
                while (executionsLists(sandbox, executions) == before) {
                    Thread.onSpinWait();
                }

                child.terminate();

                assertThat(child.errors()).contains("was not committed. It was stopped.");
            }
        }
    }

    private static long executionsLists(DomoSandbox sandbox, String path) {
        return sandbox.requests().stream()
                .filter(request ->
                        request.method().equals("GET") && request.path().equals(path))
                .count();
    }

    @Test
    void aChildProcessEndsWithTheExitCodeOfTheCommand() throws Exception {
        try (ChildJvm demo = ChildJvm.start(java.util.Map.of(), "demo");
                ChildJvm wrong = ChildJvm.start(java.util.Map.of(), "nonsense")) {
            assertThat(demo.output()).contains("All 1,461 rows match.");
            assertThat(demo.exitCode()).isZero();
            assertThat(wrong.errors())
                    .contains("Unknown command: 'nonsense'. Available commands: demo, upload", "See 'domo --help'.");
            assertThat(wrong.exitCode()).isEqualTo(2);
        }
    }

    @Test
    void interruptsTheCommandsThreadUnlessAHandlerIsSet() {
        AtomicBoolean handled = new AtomicBoolean();
        Interruption interruption = new Interruption(Thread.currentThread());

        boolean interrupted = interruption.handledBy(() -> handled.set(true), () -> {
            arriveElsewhere(interruption);
            return Thread.interrupted();
        });
        assertThat(interrupted).isFalse();
        assertThat(handled).isTrue();

        arriveElsewhere(interruption);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void doesNotWaitForWorkThatNeedsNoCleanup() {
        Interruption interruption = new Interruption(Thread.currentThread());

        boolean interrupted = interruption.exitingImmediately(() -> {
            interruption.arrive();
            return Thread.interrupted();
        });

        assertThat(interrupted).isFalse();
    }

    @Test
    void doesNothingOnceTheCommandHasEnded() {
        Interruption interruption = new Interruption(Thread.currentThread());
        interruption.finished();

        interruption.arrive();

        assertThat(Thread.interrupted()).isFalse();
    }

    /** Waits until Ctrl-C has been handled, but not until the command ends, because it runs on this thread. */
    private static void arriveElsewhere(Interruption interruption) {
        Thread hook = new Thread(interruption::arrive);
        hook.start();
        while (hook.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        hook.interrupt();
    }
}
