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
 * Creates and fills DataSets with the Simple API, which derives columns and rows from JSON objects.
 * {@link io.github.domojvm.dataset.DataSets} manages such a DataSet like any other.
 *
 * <p>Thread-safe. All methods block on the network unless stated otherwise, and throw a {@link DomoException} if the
 * service or the network fails. Scope: {@code data}.
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
     * @param request the name and description
     * @return the DataSet
     */
    public DataSet create(CreateSimpleDataSetRequest request) {
        return calls.get(api.createSimpleDataSet(Args.notNull("request", request)), ResponseCheck.hasId(DataSet::id));
    }

    /**
     * Imports JSON objects as rows, in one request that is held in memory. With {@code REPLACE} the columns are
     * inferred from the objects again; with {@code APPEND} each object must have the members of the schema. Null and
     * empty text become missing values, and a list becomes the text {@code List} (Domo docs, Simple API).
     * {@code APPEND} is not retried after a lost response, since that could duplicate rows.
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
