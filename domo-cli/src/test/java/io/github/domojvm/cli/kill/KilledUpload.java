package io.github.domojvm.cli.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.DomoClient;
import io.github.domojvm.cli.ChildJvm;
import io.github.domojvm.cli.Cli;
import io.github.domojvm.cli.kill.KillPoint.Command;
import io.github.domojvm.cli.kill.RequestEvent.Phase;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.Execution;
import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Kills {@code domo upload} at a point, runs the same command again until it succeeds, and checks that every row is in
 * the DataSet exactly once.
 */
final class KilledUpload implements AutoCloseable {
    private static final int EXISTING_ROWS = 1000;
    /** The default of the command. */
    private static final int PARTS_IN_FLIGHT = 4;

    private static final int KILLED = 128 + 9;

    private final KillPoint point;
    private final Path folder;
    private final DomoSandbox sandbox;
    private final EventProxy proxy;
    private final DomoClient domo;
    private final List<String> arguments = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();
    private final StringBuilder transcript = new StringBuilder();

    KilledUpload(KillPoint point, Path folder) throws IOException {
        this.point = point;
        this.folder = folder;
        this.sandbox = DomoSandbox.start();
        this.proxy = new EventProxy(sandbox.url());
        this.domo = Cli.client(sandbox);
        prepare();
    }

    private void prepare() throws IOException {
        List<String> rows = rows("new", point.command() == Command.APPEND_TWO_ROWS ? 2 : 100);
        Path csv = Files.writeString(folder.resolve("rows.csv"), "id,n\n" + String.join("", rows));
        arguments.addAll(List.of("upload", csv.toString(), "--part-rows", "2", "--processing-timeout", "250ms"));
        if (point.command() == Command.CREATE) {
            arguments.addAll(List.of("--create", "Rows", "--mode", "replace"));
        } else {
            DomoStream stream = domo.streams()
                    .create(
                            "Rows",
                            SchemaBuilder.builder()
                                    .stringColumn("id")
                                    .longColumn("n")
                                    .build(),
                            UpdateMethod.REPLACE);
            List<String> existing = rows("old", EXISTING_ROWS);
            var earlier = domo.streams()
                    .upload(stream.id(), CsvSource.fromText(String.join("", existing)), UpdateMethod.REPLACE)
                    .await();
            assertThat(earlier.rows()).isEqualTo(EXISTING_ROWS);
            boolean replace = point.command() == Command.REPLACE;
            arguments.addAll(List.of("--stream", "" + stream.id(), "--mode", replace ? "replace" : "append"));
            expected.addAll(replace ? List.of() : existing);
        }
        expected.addAll(rows);
    }

    private static List<String> rows(String name, int count) {
        return Stream.iterate(1, n -> n + 1)
                .limit(count)
                .map(n -> name + "-" + n + "," + n + "\n")
                .toList();
    }

    /** Runs the command without killing it, and returns the number of events. */
    int countEvents() throws Exception {
        assertThat(run(arguments)).isZero();
        checkRows();
        return proxy.events(1).size();
    }

    /** Kills the command, runs it again until it succeeds, and returns what that took. */
    Recovery recover() throws Exception {
        if (!kill()) {
            checkRows();
            return Recovery.ENDED_BEFORE;
        }
        Map<String, Set<String>> acknowledged = acknowledged();
        int exitCode = run(arguments);
        Recovery recovery = Recovery.of(exitCode, transcript.toString());
        if (recovery.isAborted()) {
            assertThat(run(List.of("reconcile", "--abort"))).as(toString()).isZero();
            exitCode = run(arguments);
        }
        assertThat(exitCode).as(toString()).isZero();
        checkNotSentAgain(acknowledged);
        checkRows();
        return recovery;
    }

    private boolean kill() throws Exception {
        List<ChildJvm> children = new ArrayList<>();
        boolean[] reached = {false};
        // The listener waits until the process is known.
        synchronized (proxy) {
            proxy.startRun(events -> {
                if (reached[0] || !point.condition().holds(events)) {
                    return false;
                }
                reached[0] = true;
                children.get(0).kill();
                return true;
            });
            children.add(ChildJvm.startToKill(environment(), arguments.toArray(String[]::new)));
        }
        try (ChildJvm child = children.get(0)) {
            while (point.records() > 0 && child.isRunning() && !reached[0]) {
                if (records().size() >= point.records()) {
                    reached[0] = true;
                    child.kill();
                }
                Thread.onSpinWait();
            }
            int exitCode = child.exitCode();
            transcript
                    .append("killed: ")
                    .append(exitCode)
                    .append('\n')
                    .append(child.output())
                    .append(child.errors());
            if (point.records() > 0 && exitCode != KILLED) {
                // The last records are followed by the end of the process within microseconds.
                assertThat(exitCode).as(toString()).isZero();
                return false;
            }
            assertThat(exitCode).as(toString()).isEqualTo(KILLED);
            return true;
        }
    }

    private int run(List<String> command) throws Exception {
        proxy.startRun(events -> false);
        try (ChildJvm child = ChildJvm.startToKill(environment(), command.toArray(String[]::new))) {
            String text = child.output() + child.errors();
            int exitCode = child.exitCode();
            transcript
                    .append("\n")
                    .append(command.get(0))
                    .append(": ")
                    .append(exitCode)
                    .append('\n')
                    .append(text);
            return exitCode;
        }
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Cli.against(sandbox).environment);
        environment.put("DOMO_API_URL", proxy.url().toString());
        environment.put("DOMO_STATE_HOME", folder.toString());
        return environment;
    }

    /** Returns the paths of the parts that the service acknowledged according to the journal, by execution. */
    private Map<String, Set<String>> acknowledged() throws IOException {
        Map<String, Set<String>> parts = new HashMap<>();
        String execution = "";
        for (String record : records()) {
            String[] words = record.split(" ", -1);
            if (words[1].equals("opened")) {
                execution = words[2].replace("execution=", "");
            } else if (words[1].equals("acknowledged")) {
                parts.computeIfAbsent(execution, id -> new HashSet<>()).add(words[2].replace("number=", ""));
            }
        }
        return parts;
    }

    private List<String> records() throws IOException {
        Path journals = folder.resolve("uploads");
        if (!Files.isDirectory(journals)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(journals)) {
            Path journal = files.filter(file -> file.toString().endsWith(".journal"))
                    .findFirst()
                    .orElse(null);
            if (journal == null) {
                return List.of();
            }
            return Files.readAllLines(journal).stream()
                    .filter(line -> !line.isBlank() && Character.isDigit(line.charAt(0)))
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /**
     * A part whose acknowledgment was recorded is never sent again to the same execution. Only the parts in flight may
     * have been acknowledged without a record.
     */
    private void checkNotSentAgain(Map<String, Set<String>> acknowledged) {
        List<String> before = parts(proxy.events(1), Phase.PERFORMED);
        List<String> after = Stream.of(2, 3, 4)
                .flatMap(run -> parts(proxy.events(run), Phase.ARRIVED).stream())
                .toList();
        acknowledged.forEach((execution, parts) -> assertThat(after)
                .as(toString())
                .doesNotContainAnyElementsOf(parts.stream()
                        .map(number -> "executions/" + execution + "/part/" + number)
                        .toList()));
        assertThat(after.stream().filter(before::contains).distinct())
                .as("parts sent twice. " + this)
                .hasSizeLessThanOrEqualTo(PARTS_IN_FLIGHT);
    }

    private static List<String> parts(List<RequestEvent> events, Phase phase) {
        return events.stream()
                .filter(event -> event.phase() == phase && event.path().contains("/part/"))
                .map(event -> event.path().replaceFirst(".*/executions/", "executions/"))
                .toList();
    }

    private void checkRows() throws IOException {
        DomoStream stream = domo.streams().list().iterator().next();
        assertThat(domo.streams().list()).as(toString()).hasSize(1);
        String dataSet = Objects.requireNonNull(stream.dataSet()).id();
        List<String> found = sandbox.rows(dataSet).stream()
                .map(row -> row.get(0) + "," + row.get(1) + "\n")
                .toList();
        assertThat(found).as(toString()).containsExactlyInAnyOrderElementsOf(expected);
        List<Execution> executions = domo.executions().list(stream.id()).toList();
        assertThat(executions)
                .as(toString())
                .extracting(Execution::currentState)
                .doesNotContain(ExecutionState.ACTIVE)
                .filteredOn(ExecutionState.SUCCESS::equals)
                .hasSize(point.command() == Command.CREATE ? 1 : 2);
        try (Stream<Path> rest = Files.list(folder.resolve("uploads"))) {
            assertThat(rest).as(toString()).isEmpty();
        }
    }

    @Override
    public String toString() {
        return "killed at " + point + "\n" + transcript;
    }

    @Override
    public void close() {
        domo.close();
        proxy.close();
        sandbox.close();
    }
}
