package io.github.domojvm.simple;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.internal.call.ResponseCheck;
import io.github.domojvm.internal.client.ClientContext;
import io.github.domojvm.internal.client.FacadeFactory;
import io.github.domojvm.internal.source.ImportMethods;
import io.github.domojvm.rest.api.SimpleApi;
import io.github.domojvm.rest.model.CreateSimpleDataSetRequest;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rest.model.UpdateMethod;
import java.util.List;
import java.util.Map;

/**
 * The Simple API: DataSets whose columns and rows come from JSON objects. {@link io.github.domojvm.dataset.DataSets}
 * manages such a DataSet like any other.
 *
 * <p>All methods block on the network unless they say otherwise, and throw a {@link DomoException} when the service or
 * the network fails. Safe for use by several threads. Scope: {@code data}.
 */
public final class Simple {
    static {
        FacadeFactory.register(Simple.class, Simple::new);
    }

    private final SimpleApi api;
    private final CallExecutor calls;

    Simple(ClientContext client) {
        this.api = client.api().simple();
        this.calls = client.calls();
    }

    /**
     * Creates a DataSet without columns; the first import creates them. Not retried after a lost response, since that
     * could create two.
     *
     * @param request its name and description
     * @return the DataSet
     */
    public DataSet create(CreateSimpleDataSetRequest request) {
        return calls.get(api.createSimpleDataSet(Args.notNull("request", request)), ResponseCheck.hasId(DataSet::id));
    }

    /**
     * Imports JSON objects as rows, in one request held in memory. With {@code REPLACE} the columns are inferred from
     * the objects again; with {@code APPEND} each object must have the members of the schema. Null and empty text leave
     * a value out, and a list becomes the word {@code List} (Domo docs, Simple API). {@code APPEND} is not retried
     * after a lost response, since that could duplicate rows.
     *
     * @param id the DataSet's id, a UUID
     * @param objects the rows
     * @param method {@link UpdateMethod#REPLACE} or {@link UpdateMethod#APPEND}
     * @throws NotFoundException if there is no DataSet with that id
     * @throws IllegalArgumentException if the method is another one
     */
    public void importJson(String id, List<Map<String, Object>> objects, UpdateMethod method) {
        calls.send(api.importJson(
                Args.notBlank("id", id), Args.listOf("objects", objects), ImportMethods.of("method", method)));
    }
}
