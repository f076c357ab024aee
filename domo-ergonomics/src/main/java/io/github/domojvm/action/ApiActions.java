package io.github.domojvm.action;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.internal.client.ClientContext;
import io.github.domojvm.internal.client.FacadeFactory;
import io.github.domojvm.rest.api.ActionsApi;
import io.github.domojvm.rest.model.ApiAction;
import io.github.domojvm.rest.model.ProcessApiActionRequest;
import java.util.List;
import okhttp3.ResponseBody;

/**
 * Lists and starts API Actions: actions of custom connectors that send a DataSet to another system.
 *
 * <pre>{@code
 * for (ApiAction action : domo.apiActions().list()) {
 *     System.out.println(domo.apiActions().process(action.guid(), accountId, dataSetId));
 * }
 * }</pre>
 *
 * <p>Thread-safe. All methods block on the network, and throw a {@link DomoException} if the service or the network
 * fails. Scope: {@code data}, which is assumed, since Domo documents none.
 */
public final class ApiActions {
    static {
        FacadeFactory.register(ApiActions.class, ApiActions::new);
    }

    private final ActionsApi api;
    private final CallExecutor calls;

    ApiActions(ClientContext client) {
        this.api = client.api().actions();
        this.calls = client.calls();
    }

    /**
     * Lists the actions that the client's user can start, in one request.
     *
     * @return all actions
     */
    public List<ApiAction> list() {
        return calls.page(api.listApiActions());
    }

    /**
     * Starts an action and waits for its result: the text in the first cell of the table that the action produces (Domo
     * docs, API Actions). The client requests it with {@code Accept: application/json} and returns it unchanged, as it
     * is received; the action decides whether it is JSON. The text is held in memory.
     *
     * <p>Not retried after a lost response, since the action would change the other system twice. An action that takes
     * longer than the idle timeout or {@link io.github.domojvm.ResponseLimits.Builder#responseTimeout} may still be
     * running when this method throws an exception. Both can be set for a client.
     *
     * @param actionGuid the action's guid
     * @param accountId the id of the account with which the action signs in to the other system
     * @param dataSetId the id of the DataSet that the action processes, a UUID
     * @return the result, empty if the response is empty
     * @throws NotFoundException if there is no action with that guid
     */
    public String process(String actionGuid, String accountId, String dataSetId) {
        ProcessApiActionRequest request = ProcessApiActionRequest.builder()
                .datasetId(Args.notBlank("dataSetId", dataSetId))
                .build();
        return calls.stream(
                api.processApiAction(
                        Args.notBlank("actionGuid", actionGuid), Args.notBlank("accountId", accountId), request),
                response -> {
                    ResponseBody result = response.body();
                    return result == null ? "" : result.string();
                });
    }
}
