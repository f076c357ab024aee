package io.github.domojvm.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Runs one seed again and prints what happened. */
@RequiresSimulation
@EnabledIfSystemProperty(named = "simulation.seed", matches = "\\d+", disabledReason = "Run by: make simulation SEED=1")
class ReplayTest {
    @Test
    void noInvariantIsViolated() {
        SimulationResult result =
                SimulationBatch.replay(Long.getLong("simulation.seed"), Integer.getInteger("simulation.faults"));
        result.trace().forEach(System.out::println);
        assertThat(result.violations()).isEmpty();
    }
}
