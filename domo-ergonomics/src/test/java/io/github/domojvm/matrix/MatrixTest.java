package io.github.domojvm.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.observe.TestLog;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault of the fact sheet in every phase of an upload or export, with the invariants that always hold. */
class MatrixTest {
    private static final Servers SERVERS = new Servers(builder -> builder);
    private static final Results RESULTS = new Results();

    static List<Cell> cells() {
        return Cells.run();
    }

    @AfterAll
    static void writeResults() throws IOException {
        SERVERS.close();
        RESULTS.write();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void faultHasTheExpectedResult(Cell cell) throws Exception {
        run(cell, Shape.SHORT);
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

    private static void run(Cell cell, Shape shape) throws Exception {
        try (World world = new World(SERVERS)) {
            Setup setup = new Setup(world, shape, cell.phase(), cell.method(), Times.parse(cell.times()));
            AtomicReference<Observed> seen = new AtomicReference<>(new Observed("no result", null));
            try {
                Effects.plan(cell.effect(), setup);
                List<String> log = TestLog.during(() -> seen.set(perform(cell, setup)));
                new Invariants(setup, seen.get()).check(cell.method(), log);
                assertThat(seen.get().result()).isEqualTo(cell.result());
                if (!cell.mentions().isEmpty()) {
                    assertThat(seen.get().failure()).hasMessageContaining(cell.mentions());
                }
            } finally {
                RESULTS.add(cell, cell.variant(), seen.get().result(), setup.fired());
            }
        }
    }

    private static Observed perform(Cell cell, Setup setup) {
        return switch (cell.phase()) {
            case X -> Exports.run(setup);
            case A -> setup.isRestart() ? Uploads.run(setup, cell.method()) : Uploads.abort(setup, cell.method());
            default -> setup.run(() -> Uploads.run(setup, cell.method()));
        };
    }
}
