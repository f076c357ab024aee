package io.github.domojvm.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.observe.TestLog;
import io.github.domojvm.sandbox.Quirk;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

/** Every fault of the fact sheet in every phase of an upload or export, with the invariants that always hold. */
class MatrixTest {
    /** Longer than the time after which a lost commit may be sent again. */
    private static final Duration SLOW = Duration.ofSeconds(90);

    @AutoClose
    private static final Servers SERVERS = new Servers(builder -> builder);

    @AutoClose
    private static final Servers DUPLICATING =
            new Servers(builder -> builder.commitDelay(SLOW).quirk(Quirk.SECOND_COMMIT_DUPLICATES_ROWS));

    private static final Results RESULTS = new Results();

    @AfterAll
    static void writeResults() throws IOException {
        RESULTS.write();
    }

    static Stream<Run> runs() {
        return Run.planned();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void faultHasTheExpectedResult(Run run) {
        Cell cell = run.cell();
        try (World world = new World(run.secondCommitDuplicates() ? DUPLICATING : SERVERS)) {
            Setup setup = new Setup(world, run.shape(), cell.phase(), cell.method(), Times.parse(cell.times()));
            AtomicReference<Observed> seen = new AtomicReference<>(new Observed("no result", null));
            try {
                Effects.plan(cell.effect(), setup);
                List<String> log = TestLog.during(() -> seen.set(perform(cell, setup)));
                new Invariants(setup, seen.get()).check(cell.method(), log);
                checkResult(run, seen.get());
                RESULTS.add(run, seen.get().result(), setup.fired());
            } catch (TestAbortedException e) {
                RESULTS.addNotRun(run, String.valueOf(e.getMessage()));
                throw e;
            } catch (Throwable e) {
                RESULTS.add(run, "failed: " + seen.get().result(), setup.fired());
                throw e;
            }
        }
    }

    /**
     * With other shapes, the same outcome can have another reason. Where a second commit duplicates rows, the
     * invariants decide.
     */
    private static void checkResult(Run run, Observed seen) {
        Cell cell = run.cell();
        if (run.isExact()) {
            assertThat(seen.result()).isEqualTo(cell.result());
            if (!cell.mentions().isEmpty()) {
                assertThat(seen.failure()).hasMessageContaining(cell.mentions());
            }
        } else if (!run.secondCommitDuplicates()) {
            assertThat(Observed.outcome(seen.result())).isEqualTo(Observed.outcome(cell.result()));
        }
    }

    @Test
    void everyFaultOfEveryPhaseIsRunOrNotApplicable() {
        Set<String> listed = Cells.all().stream()
                .map(cell -> cell.fault() + " " + cell.phase())
                .collect(Collectors.toSet());
        Set<String> applicable = Cells.faults().stream()
                .flatMap(fault -> fault.phases().keySet().stream()
                        .filter(fault::appliesTo)
                        .map(phase -> fault.id() + " " + phase))
                .collect(Collectors.toSet());

        assertThat(Cells.faults()).hasSize(40);
        assertThat(listed).containsAll(applicable);
        assertThat(Cells.all())
                .filteredOn(cell -> !cell.isRun())
                .allSatisfy(cell -> assertThat(cell.note()).isNotEmpty());
    }

    private static Observed perform(Cell cell, Setup setup) {
        return switch (cell.phase()) {
            case X -> Exports.run(setup);
            case A -> setup.isRestart() ? Uploads.run(setup, cell.method()) : Uploads.abort(setup, cell.method());
            default -> setup.run(() -> Uploads.run(setup, cell.method()));
        };
    }
}
