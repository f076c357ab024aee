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
 * What would change in the columns of a DataSet, to be shown before it is done.
 *
 * <p>Immutable.
 */
public final class SchemaDiff {
    private final List<String> changes;
    private final Schema wanted;

    private SchemaDiff(List<String> changes, Schema wanted) {
        this.changes = List.copyOf(changes);
        this.wanted = wanted;
    }

    /**
     * Compares two schemas. Names count with upper and lower case, as for Domo.
     *
     * @param present the schema as it is
     * @param wanted the schema as it should be
     * @return what differs
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
        if (!kept(before, after).equals(kept(after, before))) {
            changes.add("order " + kept(before, after) + " -> " + kept(after, before));
        }
        return new SchemaDiff(changes, wanted);
    }

    /**
     * Tells whether nothing would change.
     *
     * @return true when names, types and order are the same
     */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /**
     * Lists the changes: {@code - name TYPE} for a column that goes, {@code + name TYPE} for one that comes, {@code ~
     * name OLD -> NEW} for one of another type, {@code order [..] -> [..]} when columns that stay stand in another
     * order.
     *
     * @return one line a change
     */
    public List<String> changes() {
        return changes;
    }

    /**
     * Gives the schema as it should be.
     *
     * @return the schema
     */
    public Schema wanted() {
        return wanted;
    }

    /**
     * Shows the changes, a line each.
     *
     * @return the changes, or that there is none
     */
    @Override
    public String toString() {
        return changes.isEmpty() ? "no change" : String.join("\n", changes);
    }

    private static List<String> kept(Map<String, ?> columns, Map<String, ?> others) {
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
