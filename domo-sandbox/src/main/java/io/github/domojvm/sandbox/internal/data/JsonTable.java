package io.github.domojvm.sandbox.internal.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.rows.Column;
import io.github.domojvm.sandbox.internal.rows.ColumnType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** JSON objects as a table, with a column for each member in order of first appearance (Domo docs, Simple API). */
final class JsonTable {
    private final ArrayNode objects;
    private final Map<String, InferredType> members = new LinkedHashMap<>();

    private JsonTable(ArrayNode objects) {
        this.objects = objects;
    }

    static JsonTable of(ArrayNode objects) {
        JsonTable table = new JsonTable(objects);
        for (JsonNode object : objects) {
            if (!object.isObject() || object.isEmpty()) {
                throw ApiException.badRequest("Each row must be an object with at least one member");
            }
            if (object.properties().stream().anyMatch(member -> member.getKey().isBlank())) {
                throw ApiException.badRequest("A member has no name");
            }
            object.properties()
                    .forEach(member -> table.members
                            .computeIfAbsent(member.getKey(), name -> new InferredType())
                            .see(member.getValue()));
        }
        if (table.members.isEmpty()) {
            throw ApiException.badRequest("There are no rows");
        }
        return table;
    }

    /** Returns whether each object has exactly these members. */
    boolean eachHasExactly(Set<String> names) {
        for (JsonNode object : objects) {
            if (object.size() != names.size()
                    || !object.properties().stream().allMatch(member -> names.contains(member.getKey()))) {
                return false;
            }
        }
        return true;
    }

    /** Infers the columns from the values. A column without values is text. */
    List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        members.forEach((name, inferred) ->
                columns.add(new Column(name, Objects.requireNonNullElse(inferred.type, ColumnType.STRING))));
        return columns;
    }

    /** Returns the fields of each object in the order of these columns. */
    List<List<@Nullable String>> rows(List<Column> columns) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (JsonNode object : objects) {
            List<@Nullable String> row = new ArrayList<>();
            columns.forEach(column -> row.add(text(object.path(column.name()))));
            rows.add(row);
        }
        return rows;
    }

    /** Converts a list to the text List. Domo does not document objects; they are stored as JSON text. */
    private static @Nullable String text(JsonNode value) {
        if (value.isArray()) {
            return "List";
        }
        if (value.isObject()) {
            return value.toString();
        }
        return value.isMissingNode() || value.isNull() || value.asText().isEmpty() ? null : value.asText();
    }

    /** The common type of all values of a member so far. */
    private static final class InferredType {
        private @Nullable ColumnType type;

        void see(JsonNode value) {
            if (text(value) != null) {
                ColumnType seen = typeOf(value);
                type = type == null || type == seen ? seen : common(type, seen);
            }
        }

        private static ColumnType common(ColumnType one, ColumnType other) {
            boolean numbers = (one == ColumnType.LONG || one == ColumnType.DOUBLE)
                    && (other == ColumnType.LONG || other == ColumnType.DOUBLE);
            return numbers ? ColumnType.DOUBLE : ColumnType.STRING;
        }

        private static ColumnType typeOf(JsonNode value) {
            if (value.isIntegralNumber() && value.canConvertToLong()) {
                return ColumnType.LONG;
            }
            if (value.isNumber()) {
                return ColumnType.DOUBLE;
            }
            if (!value.isTextual()) {
                return ColumnType.STRING;
            }
            String text = value.textValue();
            if (text.length() == "2025-03-04".length()) {
                return ColumnType.DATE.exported(text) == null ? ColumnType.STRING : ColumnType.DATE;
            }
            boolean time = text.length() > "2025-03-04T05".length() && ColumnType.DATETIME.exported(text) != null;
            return time ? ColumnType.DATETIME : ColumnType.STRING;
        }
    }
}
