package io.github.domojvm.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The structure of maps from column name to value. */
final class MapShape {
    private final List<String> names;
    private final Set<String> known;

    MapShape(List<String> names) {
        this.names = List.copyOf(names);
        this.known = new HashSet<>(names);
    }

    /**
     * Returns the values in the order of the columns.
     *
     * @throws UnfitValueException if an entry has no column
     */
    List<@Nullable Object> values(Map<String, ? extends @Nullable Object> row) {
        @Nullable Object[] ordered = new Object[names.size()];
        for (int i = 0; i < ordered.length; i++) {
            ordered[i] = row.get(names.get(i));
        }
        if (!isKnown(row.keySet())) {
            List<String> lost = new ArrayList<>(row.keySet());
            lost.removeAll(names);
            throw new UnfitValueException("there is no column for " + lost);
        }
        return Arrays.asList(ordered);
    }

    private boolean isKnown(Set<String> keys) {
        int i = 0;
        for (String key : keys) {
            // Most maps have the order of the columns.
            boolean inOrder = i < names.size() && names.get(i).equals(key);
            if (!inOrder && !known.contains(key)) {
                return false;
            }
            i++;
        }
        return true;
    }
}
