package io.github.domojvm.schema;

import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.source.ColumnNames;
import io.github.domojvm.rest.model.Column;
import io.github.domojvm.rest.model.ColumnType;
import io.github.domojvm.rest.model.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The differences between the current and the wanted columns of a DataSet, for review before the schema is changed.
 *
 * <p>Immutable and thread-safe.
 */
public final class SchemaDiff {
    private final List<String> changes;
    private final Schema wanted;

    private SchemaDiff(List<String> changes, Schema wanted) {
        this.changes = List.copyOf(changes);
        this.wanted = wanted;
    }

    /**
     * Compares two schemas. Column names are case-sensitive, as in Domo.
     *
     * @param present the current schema
     * @param wanted the wanted schema
     * @return the differences
     */
    public static SchemaDiff between(Schema present, Schema wanted) {
        Map<String, @Nullable ColumnType> before = types(Args.notNull("present", present));
        Map<String, @Nullable ColumnType> after = types(Args.notNull("wanted", wanted));
        List<String> changes = new ArrayList<>();
        before.forEach((name, type) -> {
            if (!after.containsKey(name)) {
                changes.add("- " + name + " " + type);
            }
        });
        after.forEach((name, type) -> {
            if (!before.containsKey(name)) {
                changes.add("+ " + name + " " + type);
            } else if (type != before.get(name)) {
                changes.add("~ " + name + " " + before.get(name) + " -> " + type);
            }
        });
        if (!common(before, after).equals(common(after, before))) {
            changes.add("order " + common(before, after) + " -> " + common(after, before));
        }
        return new SchemaDiff(changes, wanted);
    }

    /**
     * Returns whether the schemas are equal.
     *
     * @return true if names, types and order are the same
     */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /**
     * Returns the changes: {@code - name TYPE} for a column that is removed, {@code + name TYPE} for one that is added,
     * {@code ~ name OLD -> NEW} for one whose type changes, and {@code order [..] -> [..]} if the order of the
     * remaining columns changes.
     *
     * @return one line for each change
     */
    public List<String> changes() {
        return changes;
    }

    /**
     * Returns the wanted schema.
     *
     * @return the schema
     */
    public Schema wanted() {
        return wanted;
    }

    /**
     * Returns the changes as text, one line for each.
     *
     * @return the changes; {@code no change} if there is none
     */
    @Override
    public String toString() {
        return changes.isEmpty() ? "no change" : String.join("\n", changes);
    }

    private static List<String> common(Map<String, ?> columns, Map<String, ?> others) {
        return columns.keySet().stream().filter(others::containsKey).toList();
    }

    private static Map<String, @Nullable ColumnType> types(Schema schema) {
        Map<String, @Nullable ColumnType> types = new LinkedHashMap<>();
        for (Column column : ColumnNames.columnsOf(schema)) {
            types.put(ColumnNames.of(column), column.type());
        }
        return types;
    }
}
