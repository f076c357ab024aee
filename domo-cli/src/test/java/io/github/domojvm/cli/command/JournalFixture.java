package io.github.domojvm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.DomoClient;
import io.github.domojvm.cli.Cli;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.Execution;
import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A sandbox with a Stream, a file with ten rows, and a separate state folder. Appends in parts of two rows. */
final class JournalFixture implements AutoCloseable {
    private static final String EXECUTION = "/v1/streams/*/executions/*";

    final DomoSandbox sandbox = DomoSandbox.start();
    final DomoClient domo = Cli.client(sandbox);
    final Path csv;
    final long stream;
    final String dataSet;
    private final Path state;

    JournalFixture(Path folder) throws IOException {
        csv = Files.writeString(folder.resolve("rows.csv"), "name,amount\n" + rows(1, 10));
        state = folder.resolve("state");
        DomoStream created = domo.streams()
                .create(
                        "Fruit",
                        SchemaBuilder.builder()
                                .stringColumn("name")
                                .longColumn("amount")
                                .build(),
                        UpdateMethod.REPLACE);
        stream = created.id();
        dataSet = Objects.requireNonNull(created.dataSet()).id();
    }

    static String rows(int first, int last) {
        StringBuilder rows = new StringBuilder();
        for (int i = first; i <= last; i++) {
            rows.append("fruit ").append(i).append(',').append(i).append('\n');
        }
        return rows.toString();
    }

    Cli cli() {
        return Cli.against(sandbox).with("DOMO_STATE_HOME", state.toString());
    }

    /** Runs the command, which is the same except for the additional options. */
    Cli.Ending upload(String... options) {
        return run(cli(), csv.toString(), "--stream", "" + stream, options);
    }

    Cli.Ending run(Cli cli, String file, String target, String id, String... options) {
        List<String> arguments = new ArrayList<>(List.of("upload", file, target, id, "--mode", "append"));
        arguments.addAll(List.of("--part-rows", "2", "--parallel", "1"));
        arguments.addAll(List.of(options));
        return cli.run(arguments.toArray(String[]::new));
    }

    Cli.Ending reconcile(String... options) {
        List<String> arguments = new ArrayList<>(List.of("reconcile"));
        arguments.addAll(List.of(options));
        return cli().run(arguments.toArray(String[]::new));
    }

    /** Plans faults after which an upload leaves its execution open, with two acknowledged parts. */
    void planInterruption() {
        sandbox.faults().add(Fault.on("PUT", EXECUTION + "/part/3").always().respond(500, ""));
        sandbox.faults().add(Fault.on("PUT", EXECUTION + "/abort").always().respond(503, ""));
    }

    /** Runs an upload that leaves its execution open, with two acknowledged parts. */
    Path interrupt(String... options) {
        planInterruption();
        Cli.Ending upload = upload(options);
        sandbox.faults().clear();
        assertThat(upload.exitCode()).as(upload.err()).isEqualTo(1);
        assertThat(states()).containsExactly(ExecutionState.ACTIVE);
        return journal();
    }

    /** Runs an upload whose outcome is unknown, and whose commit was performed or did not arrive. */
    Path loseCommit(boolean performed) {
        Fault.On commit = Fault.on("PUT", EXECUTION + "/commit").always();
        sandbox.faults().add(performed ? commit.performThenDropConnection() : commit.dropConnection());
        sandbox.faults().add(Fault.on("GET", EXECUTION).always().respond(503, ""));
        Cli.Ending upload = upload("--processing-timeout", "0s");
        sandbox.faults().clear();
        assertThat(upload.exitCode()).as(upload.err()).isEqualTo(3);
        return journal();
    }

    Path journal() {
        List<Path> journals = journals();
        assertThat(journals).hasSize(1);
        return journals.get(0);
    }

    List<Path> journals() {
        Path folder = state.resolve("uploads");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    List<ExecutionState> states() {
        return domo.executions().list(stream).toList().stream()
                .map(Execution::currentState)
                .toList();
    }

    long rowCount() {
        return sandbox.rowCount(dataSet);
    }

    long partRequests() {
        return sandbox.requests().stream()
                .filter(request -> request.path().contains("/part/"))
                .count();
    }

    @Override
    public void close() {
        domo.close();
        sandbox.close();
    }
}
