package io.github.domojvm.contract;

import io.github.domojvm.rest.model.CreateClientRequest;
import java.util.List;
import java.util.stream.Stream;

/** The client calls of all operations. A test fails for an operation without a call. */
final class ClientCalls {
    private static final List<ClientCall> AUTHENTICATION = List.of(
            ClientCall.silent(
                    "createAccessToken",
                    "the first call of a client",
                    (domo, ids) -> domo.dataSets().get(ids.dataSet())),
            ClientCall.reading(
                    "createClient",
                    "ApiClients.create",
                    (domo, ids) -> domo.apiClients()
                            .create(
                                    "session",
                                    "northwind.domo.com",
                                    CreateClientRequest.builder()
                                            .name("Loader of " + ids.stream())
                                            .scope(List.of("data"))
                                            .build())),
            ClientCall.rest(
                    "createClient",
                    (api, ids) -> api.authentication()
                            .createClient(
                                    "session",
                                    "northwind.domo.com",
                                    CreateClientRequest.builder()
                                            .name("Loader of " + ids.dataSet())
                                            .scope(List.of("data"))
                                            .build())));

    static final List<ClientCall> ALL = Stream.of(
                    AUTHENTICATION,
                    DataSetCalls.ALL,
                    PolicyCalls.ALL,
                    SimpleCalls.ALL,
                    StreamCalls.ALL,
                    UserCalls.ALL,
                    GroupCalls.ALL,
                    PageCalls.ALL,
                    CardCalls.ALL,
                    EmbedCalls.ALL,
                    ActivityCalls.ALL,
                    AccountCalls.ALL,
                    ActionCalls.ALL,
                    BuzzCalls.ALL,
                    ProjectCalls.ALL,
                    TaskCalls.ALL)
            .flatMap(List::stream)
            .toList();

    private ClientCalls() {}
}
