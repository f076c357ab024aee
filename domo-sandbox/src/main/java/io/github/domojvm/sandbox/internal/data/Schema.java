package io.github.domojvm.sandbox.internal.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.Json;
import io.github.domojvm.sandbox.internal.rows.Column;
import io.github.domojvm.sandbox.internal.rows.ColumnType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads and writes the schema of a DataSet. */
final class Schema {
    private Schema() {}

    static ObjectNode json(List<Column> columns) {
        ArrayNode array = Json.array();
        for (Column column : columns) {
            array.addObject().put("type", column.type().name()).put("name", column.name());
        }
        return Json.object().set("columns", array);
    }

    static List<Column> columns(JsonNode schema, DataRules rules) {
        if (!schema.isObject() || !schema.path("columns").isArray()) {
            throw ApiException.badRequest("schema must be an object with an array of columns");
        }
        List<Column> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode column : schema.path("columns")) {
            String name = column.path("name").asText("");
            if (name.isBlank()) {
                throw ApiException.badRequest("Column " + (columns.size() + 1) + " has no name");
            }
            if (!names.add(name)) {
                throw ApiException.badRequest("Column name '" + name + "' is used twice");
            }
            columns.add(new Column(name, type(name, column.path("type").asText(""))));
        }
        if (columns.isEmpty()) {
            throw ApiException.badRequest("schema has no columns");
        }
        return checkNames(List.copyOf(columns), rules);
    }

    /** Rejects names that differ only by case if the rules require it. */
    static List<Column> checkNames(List<Column> columns, DataRules rules) {
        Map<String, String> names = new HashMap<>();
        for (Column column : columns) {
            String other = names.put(column.name().toLowerCase(Locale.ROOT), column.name());
            if (other != null && rules.namesThatDifferByCaseAreRefused()) {
                throw ApiException.badRequest(
                        "Column names '" + other + "' and '" + column.name() + "' differ only by case; rename one");
            }
        }
        return columns;
    }

    private static ColumnType type(String column, String type) {
        return Arrays.stream(ColumnType.values())
                .filter(known -> known.name().equals(type))
                .findFirst()
                .orElseThrow(
                        () -> ApiException.badRequest("Column '" + column + "' has the unknown type '" + type + "'"));
    }
}
