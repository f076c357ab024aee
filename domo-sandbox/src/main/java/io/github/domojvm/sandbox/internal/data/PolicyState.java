package io.github.domojvm.sandbox.internal.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A PDP policy. It is stored and returned but hides no rows, since all clients act for the owner. */
final class PolicyState {
    /** All values, with a delimiter each, must total fewer than 255 characters (Domo docs, PDP). */
    private static final int MAX_CHARACTERS = 254;

    private static final Set<String> OPERATORS = Set.of(
            "EQUALS",
            "LIKE",
            "GREATER_THAN",
            "LESS_THAN",
            "GREATER_THAN_EQUAL",
            "LESS_THAN_EQUAL",
            "BETWEEN",
            "BEGINS_WITH",
            "ENDS_WITH",
            "CONTAINS");

    private record Filter(String column, List<String> values, String operator, boolean not) {
        ObjectNode json() {
            ArrayNode array = Json.array();
            values.forEach(array::add);
            return Json.object()
                    .put("column", column)
                    .<ObjectNode>set("values", array)
                    .put("operator", operator)
                    .put("not", not);
        }
    }

    final long id;
    private String type;
    private String name;
    private List<Filter> filters = List.of();
    private List<Long> users = List.of();
    private List<Long> groups = List.of();
    private List<String> virtualUsers = List.of();

    PolicyState(long id, String type, String name) {
        this.id = id;
        this.type = type;
        this.name = name;
    }

    /** Creates the policy that every DataSet starts with. */
    static PolicyState allRows(long id) {
        return new PolicyState(id, "open", "All Rows");
    }

    String name() {
        return name;
    }

    /** Updates the members in the body. All are read before anything is changed. */
    void change(ObjectNode body, List<String> columns, People people) {
        String newType = Objects.requireNonNullElse(Json.text(body, "type"), type);
        String newName = body.hasNonNull("name") ? Json.requiredText(body, "name") : name;
        List<Filter> newFilters = body.hasNonNull("filters") ? filters(body.path("filters"), columns) : filters;
        List<Long> newUsers = Objects.requireNonNullElse(Json.numbers(body, "users"), users);
        List<Long> newGroups = Objects.requireNonNullElse(Json.numbers(body, "groups"), groups);
        List<String> newVirtual =
                body.hasNonNull("virtualUsers") ? texts("virtualUsers", body.path("virtualUsers")) : virtualUsers;
        newUsers.stream().filter(user -> !people.hasUser(user)).findFirst().ifPresent(user -> {
            throw ApiException.badRequest("users: no user " + user);
        });
        newGroups.stream().filter(group -> !people.hasGroup(group)).findFirst().ifPresent(group -> {
            throw ApiException.badRequest("groups: no group " + group);
        });
        type = newType;
        name = newName;
        filters = newFilters;
        users = newUsers;
        groups = newGroups;
        virtualUsers = newVirtual;
    }

    ObjectNode json() {
        ArrayNode filterArray = Json.array();
        filters.forEach(filter -> filterArray.add(filter.json()));
        ArrayNode virtualArray = Json.array();
        virtualUsers.forEach(virtualArray::add);
        return Json.object()
                .put("id", id)
                .put("type", type)
                .put("name", name)
                .<ObjectNode>set("filters", filterArray)
                .<ObjectNode>set("users", Json.array(users))
                .<ObjectNode>set("virtualUsers", virtualArray)
                .set("groups", Json.array(groups));
    }

    private static List<Filter> filters(JsonNode array, List<String> columns) {
        if (!array.isArray()) {
            throw ApiException.badRequest("filters must be an array");
        }
        List<Filter> filters = new ArrayList<>();
        int characters = 0;
        for (JsonNode node : array) {
            Filter filter = filter(node, columns);
            filters.add(filter);
            characters +=
                    filter.values.stream().mapToInt(value -> value.length() + 1).sum();
        }
        if (characters > MAX_CHARACTERS) {
            throw ApiException.badRequest(
                    "The filter values of a policy, with a delimiter each, must total fewer than 255"
                            + " characters, but total " + characters);
        }
        return List.copyOf(filters);
    }

    private static Filter filter(JsonNode node, List<String> columns) {
        if (!(node instanceof ObjectNode body)) {
            throw ApiException.badRequest("A filter must be an object");
        }
        String column = Json.requiredText(body, "column");
        if (!columns.contains(column)) {
            throw ApiException.badRequest("filters: no column '" + column + "'"
                    + (columns.isEmpty() ? "; the DataSet has never had data, load rows first" : ""));
        }
        String operator = Json.requiredText(body, "operator");
        if (!OPERATORS.contains(operator)) {
            throw ApiException.badRequest("filters: no operator '" + operator + "'");
        }
        List<String> values = texts("values", body.path("values"));
        if (values.isEmpty()) {
            throw ApiException.badRequest("filters: no values for column '" + column + "'");
        }
        return new Filter(column, values, operator, Objects.requireNonNullElse(Json.bool(body, "not"), false));
    }

    private static List<String> texts(String name, JsonNode array) {
        if (!array.isArray()) {
            throw ApiException.badRequest(name + " must be an array");
        }
        List<String> texts = new ArrayList<>();
        array.forEach(value -> texts.add(value.asText()));
        return List.copyOf(texts);
    }
}
