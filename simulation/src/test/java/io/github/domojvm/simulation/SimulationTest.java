package io.github.domojvm.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.stream.UploadOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@RequiresSimulation
class SimulationTest {
    private static final Path REPORT = Path.of("target/simulation.txt");
    private static final int SEEDS = 1_000;

    private static final SimulationTotals TOTALS = new SimulationTotals();

    @BeforeAll
    static void runAllSeeds() {
        for (int faultPercent : new int[] {5, 30, 60}) {
            SimulationBatch.run(1, SEEDS, faultPercent, TOTALS);
        }
    }

    @AfterAll
    static void writeReport() throws IOException {
        Files.write(REPORT, TOTALS.report());
    }

    @Test
    void noInvariantIsViolated() {
        assertThat(TOTALS.failures()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyFaultFires(Fault fault) {
        assertThat(TOTALS.fired(fault)).isGreaterThan(100);
    }

    @ParameterizedTest
    @EnumSource
    void everyEventHappens(Event event) {
        assertThat(TOTALS.happened(event)).isGreaterThan(100);
    }

    @ParameterizedTest
    @EnumSource
    void everyOutcomeIsReached(UploadOutcome outcome) {
        assertThat(TOTALS.ended(outcome.name())).isGreaterThan(outcome == UploadOutcome.COMMITTED_MISMATCH ? 0 : 100);
    }

    @Test
    void uploadsSucceedWithoutFaults() {
        SimulationTotals undisturbed = new SimulationTotals();
        SimulationBatch.run(1, 100, 0, undisturbed);
        assertThat(undisturbed.failures()).isEmpty();
        assertThat(undisturbed.ended(UploadOutcome.COMMITTED_VERIFIED.name())).isGreaterThan(10);
    }

    @ParameterizedTest
    @CsvSource({"11, 5", "12, 30", "13, 60", "14, 60"})
    void sameSeedGivesTheSameRun(long seed, int faultPercent) {
        SimulationResult first = SimulationBatch.run(seed, faultPercent);
        assertThat(first.trace()).hasSizeGreaterThan(5);
        assertThat(SimulationBatch.run(seed, faultPercent).trace()).isEqualTo(first.trace());
    }
}
