package io.github.domojvm.contract;

import io.github.domojvm.contract.ClientCall.Prepared;
import io.github.domojvm.pdp.PolicyFilters;
import io.github.domojvm.rest.api.AuthenticationApi;
import io.github.domojvm.rest.model.AccountSettings;
import io.github.domojvm.rest.model.AccountUser;
import io.github.domojvm.rest.model.CardDefinition;
import io.github.domojvm.rest.model.CreateAccountRequest;
import io.github.domojvm.rest.model.CreateClientRequest;
import io.github.domojvm.rest.model.CreateExecutionRequest;
import io.github.domojvm.rest.model.CreatePageCollectionRequest;
import io.github.domojvm.rest.model.CreatePageRequest;
import io.github.domojvm.rest.model.CreatePolicyRequest;
import io.github.domojvm.rest.model.CreateProjectRequest;
import io.github.domojvm.rest.model.CreateTaskRequest;
import io.github.domojvm.rest.model.CreateUserRequest;
import io.github.domojvm.rest.model.ImportMethod;
import io.github.domojvm.rest.model.QueryRequest;
import io.github.domojvm.rest.model.ShareAccountRequest;
import io.github.domojvm.rest.model.UpdatePageRequest;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/** What the sandbox refuses although the description allows it, since it depends on what is there already. */
final class SandboxRefusals {
    private static final MediaType CSV = MediaType.get("text/csv");
    private static final long NOBODY = 999_999_999;

    /** A call whose last request is refused. */
    record Case(String operationId, int status, String why, ClientCall.Code code) {
        @Override
        public String toString() {
            return operationId + " answers " + status + ": " + why;
        }
    }

    static final List<Case> ALL = List.of(
            new Case("createClient", 409, "a name twice", (domo, ids) -> {
                CreateClientRequest twin = CreateClientRequest.builder()
                        .name("Twin of " + ids.dataSet())
                        .scope(List.of("data"))
                        .build();
                AuthenticationApi api = domo.rest().api().authentication();
                Object first = domo.rest().execute(api.createClient("session", "northwind.domo.com", twin));
                return List.of(first, domo.rest().execute(api.createClient("session", "northwind.domo.com", twin)));
            }),
            refused(
                    "importData",
                    400,
                    "a row too short",
                    (api, ids) -> api.dataSets()
                            .importData(
                                    ids.dataSet(), RequestBody.create("1001,2025-03-04\n", CSV), ImportMethod.REPLACE)),
            refused(
                    "queryDataSet",
                    400,
                    "no such column",
                    (api, ids) -> api.dataSets()
                            .queryDataSet(
                                    ids.dataSet(),
                                    QueryRequest.builder()
                                            .sql("SELECT depth FROM table")
                                            .build())),
            refused(
                    "createPolicy",
                    400,
                    "no such column",
                    (api, ids) -> api.policies()
                            .createPolicy(
                                    ids.dataSet(),
                                    CreatePolicyRequest.builder()
                                            .name("Deep")
                                            .filters(List.of(PolicyFilters.column("depth")
                                                    .equalTo("1")))
                                            .build())),
            new Case(
                    "deletePolicy",
                    400,
                    "the default policy",
                    (domo, ids) -> domo.rest()
                            .execute(domo.rest()
                                    .api()
                                    .policies()
                                    .deletePolicy(
                                            ids.dataSet(),
                                            domo.rest()
                                                    .execute(domo.rest()
                                                            .api()
                                                            .policies()
                                                            .listPolicies(ids.dataSet()))
                                                    .get(0)
                                                    .id()))),
            refused(
                    "importJson",
                    400,
                    "an empty row",
                    (api, ids) ->
                            api.simple().importJson(ids.simpleDataSet(), List.of(Map.of()), ImportMethod.REPLACE)),
            refused(
                    "searchStreams",
                    400,
                    "no such qualifier",
                    (api, ids) -> api.streams().searchStreams("dataSource.colour:red", null)),
            new Case("commitExecution", 400, "no parts", (domo, ids) -> {
                var streams = domo.rest().api().streams();
                long empty = domo.rest()
                        .execute(streams.createExecution(
                                ids.stream(), CreateExecutionRequest.builder().build()))
                        .id();
                return domo.rest().execute(streams.commitExecution(ids.stream(), empty));
            }),
            new Case("uploadPart", 400, "the execution was aborted", (domo, ids) -> {
                domo.executions().abort(ids.stream(), ids.execution());
                return domo.rest()
                        .execute(domo.rest()
                                .api()
                                .streams()
                                .uploadPart(
                                        ids.stream(),
                                        ids.execution(),
                                        1L,
                                        RequestBody.create(DataSetCalls.ROWS, CSV),
                                        null));
            }),
            new Case("createUser", 409, "an e-mail address twice", (domo, ids) -> {
                var users = domo.rest().api().users();
                String taken = domo.rest().execute(users.getUser(ids.member())).email();
                return domo.rest()
                        .execute(users.createUser(
                                CreateUserRequest.builder()
                                        .name("Twin")
                                        .email(taken)
                                        .role("Participant")
                                        .build(),
                                null));
            }),
            new Case(
                    "deleteUser",
                    409,
                    "an owner of DataSets",
                    (domo, ids) -> domo.rest()
                            .execute(domo.rest()
                                    .api()
                                    .users()
                                    .deleteUser(domo.dataSets()
                                            .list()
                                            .iterator()
                                            .next()
                                            .owner()
                                            .id()))),
            refused(
                    "deleteGroup",
                    400,
                    "a member is left",
                    (api, ids) -> api.groups().deleteGroup(ids.group())),
            refused(
                    "addGroupUser",
                    404,
                    "no such user",
                    (api, ids) -> api.groups().addGroupUser(ids.group(), NOBODY)),
            refused(
                    "createPage",
                    400,
                    "no such page above",
                    (api, ids) -> api.pages()
                            .createPage(CreatePageRequest.builder()
                                    .name("Below")
                                    .parentId(NOBODY)
                                    .build())),
            refused(
                    "updatePage",
                    400,
                    "below itself",
                    (api, ids) -> api.pages()
                            .updatePage(
                                    ids.page(),
                                    UpdatePageRequest.builder()
                                            .parentId(ids.page())
                                            .build())),
            refused(
                    "createPageCollection",
                    400,
                    "a card that is not on the page",
                    (api, ids) -> api.pages()
                            .createPageCollection(
                                    ids.page(),
                                    CreatePageCollectionRequest.builder()
                                            .title("Elsewhere")
                                            .cardIds(List.of(NOBODY))
                                            .build())),
            refused(
                    "createChartCard",
                    400,
                    "no such DataSet",
                    (api, ids) -> api.cards()
                            .createChartCard(
                                    CardDefinition.builder()
                                            .dataSetId(Ids.UNKNOWN.dataSet())
                                            .build(),
                                    null)),
            refused(
                    "createAccount",
                    400,
                    "no such type",
                    (api, ids) -> api.accounts()
                            .createAccount(CreateAccountRequest.builder()
                                    .name("Nowhere")
                                    .type(AccountSettings.builder()
                                            .id("no-such-type")
                                            .properties(Map.of())
                                            .build())
                                    .build())),
            refused(
                    "shareAccount",
                    400,
                    "no such user",
                    (api, ids) -> api.accounts()
                            .shareAccount(
                                    ids.account(),
                                    ShareAccountRequest.builder()
                                            .user(AccountUser.builder()
                                                    .id(NOBODY)
                                                    .build())
                                            .build())),
            refused(
                    "createProject",
                    400,
                    "no such member",
                    (api, ids) -> api.projects()
                            .createProject(CreateProjectRequest.builder()
                                    .name("Pier")
                                    .members(List.of(NOBODY))
                                    .isPublic(true)
                                    .build())),
            refused(
                    "createTask",
                    400,
                    "no such contributor",
                    (api, ids) -> api.tasks()
                            .createTask(
                                    ids.project(),
                                    ids.list(),
                                    CreateTaskRequest.builder()
                                            .taskName("Ask")
                                            .contributors(List.of(NOBODY))
                                            .build())));

    private SandboxRefusals() {}

    private static Case refused(String operationId, int status, String why, Prepared call) {
        return new Case(
                operationId,
                status,
                why,
                (domo, ids) -> domo.rest().execute(call.of(domo.rest().api(), ids)));
    }
}
