package io.github.domojvm.sandbox.internal.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.Owner;
import io.github.domojvm.sandbox.internal.http.Json;
import io.github.domojvm.sandbox.internal.rows.Column;
import io.github.domojvm.sandbox.internal.rows.Segment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A DataSet. Guarded by the lock of {@link DataState}. */
final class DataSetState {
    final String id;
    final Instant createdAt;
    final List<PolicyState> policies = new ArrayList<>();
    String name;

    @Nullable
    String description;

    List<Column> columns;
    List<String> keyColumns = List.of();
    boolean pdpEnabled;
    long ownerId = Owner.ID;
    String ownerName = Owner.NAME;
    Instant updatedAt;

    @Nullable
    Instant dataCurrentAt;

    List<Segment> segments = List.of();

    DataSetState(String id, String name, List<Column> columns, Instant now, long policyId) {
        this.id = id;
        this.name = name;
        this.columns = columns;
        this.createdAt = now;
        this.updatedAt = now;
        policies.add(PolicyState.allRows(policyId));
    }

    long rows() {
        return segments.stream().mapToLong(Segment::rows).sum();
    }

    /** Returns the form used in lists (Domo docs, DataSet API). */
    ObjectNode rowJson() {
        ObjectNode json = Json.object().put("id", id).put("name", name);
        if (description != null) {
            json.put("description", description);
        }
        // Counts the columns of the stored data, not of the schema (samples of the DataSet API show 0 at first).
        return json.put("rows", rows())
                .put("columns", dataCurrentAt == null ? 0 : columns.size())
                .put("createdAt", Json.seconds(createdAt))
                .put("updatedAt", Json.millis(updatedAt));
    }

    /** Returns the form that is part of a Stream (Domo docs, Stream API). */
    ObjectNode streamJson() {
        ObjectNode json = rowJson().put("pdpEnabled", pdpEnabled);
        return json.set("owner", Json.object().put("id", ownerId).put("name", ownerName));
    }

    /** Returns the members that all responses contain, except for lists. */
    ObjectNode json() {
        ObjectNode json = streamJson();
        return dataCurrentAt == null ? json : json.put("dataCurrentAt", Json.millis(dataCurrentAt));
    }

    /** Returns the form used by get and update. */
    ObjectNode fullJson() {
        return withSchema().set("policies", policiesJson());
    }

    ObjectNode withSchema() {
        return json().set("schema", Schema.json(columns));
    }

    /** Returns the form used by the Simple API, which has no columns at first. */
    ObjectNode withPolicies() {
        return json().set("policies", policiesJson());
    }

    private ArrayNode policiesJson() {
        ArrayNode array = Json.array();
        policies.forEach(policy -> array.add(policy.json()));
        return array;
    }
}
