package io.github.domojvm.matrix;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * A fault, with what must happen in each phase.
 *
 * @param id its number, such as F1
 * @param name a short description
 * @param phases the required behavior; {@code -} if the fault does not apply
 */
record FaultRow(String id, String name, Map<Phase, String> phases) {
    private static final String NOT_APPLICABLE = "-";

    static FaultRow parse(String line) {
        List<String> values = Arrays.asList(line.split("\t", -1));
        Map<Phase, String> phases = new EnumMap<>(Phase.class);
        Iterator<String> required = values.listIterator(2);
        for (Phase phase : Phase.values()) {
            phases.put(phase, required.next());
        }
        return new FaultRow(values.get(0), values.get(1), phases);
    }

    boolean appliesTo(Phase phase) {
        return !NOT_APPLICABLE.equals(phases.get(phase));
    }
}
