package io.github.domojvm.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a simulation found. */
record SimulationResult(
        long seed,
        Facts facts,
        Map<Fault, Integer> faults,
        List<String> violations,
        Duration virtualTime,
        List<String> trace) {}
