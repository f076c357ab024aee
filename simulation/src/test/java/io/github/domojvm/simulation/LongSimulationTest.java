package io.github.domojvm.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs as many seeds as requested, in blocks. */
@RequiresSimulation
@EnabledIfSystemProperty(named = "simulation.seeds", matches = "\\d+", disabledReason = "Run by: make simulation")
class LongSimulationTest {
    private static final Path REPORT = Path.of("target/simulation.txt");
    private static final long BLOCK = 1_000;

    private static final SimulationTotals TOTALS = new SimulationTotals();

    record Block(long first, long count, int faultPercent) {}

    static List<Block> blocks() {
        long from = Long.getLong("simulation.from", 1);
        long end = from + Long.getLong("simulation.seeds");
        List<Block> blocks = new ArrayList<>();
        for (long first = from; first < end; first += BLOCK) {
            for (String percent : System.getProperty("simulation.faults").split(",", -1)) {
                blocks.add(new Block(first, Math.min(BLOCK, end - first), Integer.parseInt(percent)));
            }
        }
        return blocks;
    }

    /** Ends with the first block that has a violation. */
    @ParameterizedTest
    @MethodSource("blocks")
    void noInvariantIsViolated(Block block) throws IOException {
        assumeThat(TOTALS.failures()).isEmpty();
        SimulationBatch.run(block.first(), block.count(), block.faultPercent(), TOTALS);
        Files.write(REPORT, TOTALS.report());
        assertThat(TOTALS.failures()).isEmpty();
    }
}
