package io.github.domojvm.contract;

import io.github.domojvm.contract.ClientCall.Prepared;
import io.github.domojvm.pdp.PolicyFilters;
import io.github.domojvm.rest.api.AuthenticationApi;
import io.github.domojvm.rest.model.AccountSettings;
import io.github.domojvm.rest.model.AccountUser;
import io.github.domojvm.rest.model.BuzzIntegrationScope;
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
import io.github.domojvm.rest.model.ProcessApiActionRequest;
import io.github.domojvm.rest.model.QueryRequest;
import io.github.domojvm.rest.model.ShareAccountRequest;
import io.github.domojvm.rest.model.UpdatePageRequest;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/** Requests that conform to the description, but that the sandbox rejects because of its current state. */
final class SandboxRefusals {
    private static final MediaType CSV = MediaType.get("text/csv");
    private static final long UNKNOWN_ID = 999_999_999;

    /** A call whose last request is rejected. */
    record Case(String operationId, int status, String why, ClientCall.Code code) {
        @Override
        public String toString() {
            return operationId + " returns " + status + ": " + why;
        }
    }

    static final List<Case> ALL = List.of(
            new Case("createClient", 409, "a duplicate name", (domo, ids) -> {
                CreateClientRequest duplicate = CreateClientRequest.builder()
                        .name("Duplicate of " + ids.dataSet())
                        .scope(List.of("data"))
                        .build();
                AuthenticationApi api = domo.rest().api().authentication();
                Object first = domo.rest().execute(api.createClient("session", "northwind.domo.com", duplicate));
                return List.of(
                        first, domo.rest().execute(api.createClient("session", "northwind.domo.com", duplicate)));
            }),
            rejected(
                    "importData",
                    400,
                    "a row with too few fields",
                    (api, ids) -> api.dataSets()
                            .importData(
                                    ids.dataSet(), RequestBody.create("1001,2025-03-04\n", CSV), ImportMethod.REPLACE)),
            rejected(
                    "queryDataSet",
                    400,
                    "an unknown column",
                    (api, ids) -> api.dataSets()
                            .queryDataSet(
                                    ids.dataSet(),
                                    QueryRequest.builder()
                                            .sql("SELECT depth FROM table")
                                            .build())),
            rejected(
                    "createPolicy",
                    400,
                    "an unknown column",
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
            rejected(
                    "importJson",
                    400,
                    "an empty row",
                    (api, ids) ->
                            api.simple().importJson(ids.simpleDataSet(), List.of(Map.of()), ImportMethod.REPLACE)),
            rejected(
                    "searchStreams",
                    400,
                    "an unknown qualifier",
                    (api, ids) -> api.streams().searchStreams("dataSource.color:red", null)),
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
            new Case("createUser", 409, "a duplicate e-mail address", (domo, ids) -> {
                var users = domo.rest().api().users();
                String existing =
                        domo.rest().execute(users.getUser(ids.member())).email();
                return domo.rest()
                        .execute(users.createUser(
                                CreateUserRequest.builder()
                                        .name("Duplicate")
                                        .email(existing)
                                        .role("Participant")
                                        .build(),
                                null));
            }),
            new Case(
                    "deleteUser",
                    409,
                    "the user owns DataSets",
                    (domo, ids) -> domo.rest()
                            .execute(domo.rest()
                                    .api()
                                    .users()
                                    .deleteUser(domo.dataSets()
                                            .get(ids.dataSet())
                                            .owner()
                                            .id()))),
            rejected(
                    "deleteGroup",
                    400,
                    "the group has a member",
                    (api, ids) -> api.groups().deleteGroup(ids.group())),
            rejected(
                    "addGroupUser",
                    404,
                    "an unknown user",
                    (api, ids) -> api.groups().addGroupUser(ids.group(), UNKNOWN_ID)),
            rejected(
                    "createPage",
                    400,
                    "an unknown parent page",
                    (api, ids) -> api.pages()
                            .createPage(CreatePageRequest.builder()
                                    .name("Below")
                                    .parentId(UNKNOWN_ID)
                                    .build())),
            rejected(
                    "updatePage",
                    400,
                    "the page as its own parent",
                    (api, ids) -> api.pages()
                            .updatePage(
                                    ids.page(),
                                    UpdatePageRequest.builder()
                                            .parentId(ids.page())
                                            .build())),
            rejected(
                    "createPageCollection",
                    400,
                    "a card that is not on the page",
                    (api, ids) -> api.pages()
                            .createPageCollection(
                                    ids.page(),
                                    CreatePageCollectionRequest.builder()
                                            .title("Elsewhere")
                                            .cardIds(List.of(UNKNOWN_ID))
                                            .build())),
            rejected(
                    "createChartCard",
                    400,
                    "an unknown DataSet",
                    (api, ids) -> api.cards()
                            .createChartCard(
                                    CardDefinition.builder()
                                            .dataSetId(Ids.UNKNOWN.dataSet())
                                            .build(),
                                    null)),
            rejected(
                    "createAccount",
                    400,
                    "an unknown account type",
                    (api, ids) -> api.accounts()
                            .createAccount(CreateAccountRequest.builder()
                                    .name("Nowhere")
                                    .type(AccountSettings.builder()
                                            .id("no-such-type")
                                            .properties(Map.of())
                                            .build())
                                    .build())),
            rejected(
                    "shareAccount",
                    400,
                    "an unknown user",
                    (api, ids) -> api.accounts()
                            .shareAccount(
                                    ids.account(),
                                    ShareAccountRequest.builder()
                                            .user(AccountUser.builder()
                                                    .id(UNKNOWN_ID)
                                                    .build())
                                            .build())),
            rejected(
                    "createBuzzIntegration",
                    400,
                    "a list of channels with the scope OWNER_ACCESS",
                    (api, ids) -> api.buzz()
                            .createBuzzIntegration(BuzzCalls.INTEGRATION.toBuilder()
                                    .scope(BuzzIntegrationScope.OWNER_ACCESS)
                                    .build())),
            rejected(
                    "createBuzzSubscription",
                    400,
                    "a URL without https",
                    (api, ids) -> api.buzz()
                            .createBuzzSubscription(
                                    ids.integration(),
                                    BuzzCalls.SUBSCRIPTION.toBuilder()
                                            .url("http://bot.northwind.example/events")
                                            .build())),
            rejected(
                    "processApiAction",
                    400,
                    "an unknown DataSet",
                    (api, ids) -> api.actions()
                            .processApiAction(
                                    ids.action(),
                                    ids.account(),
                                    ProcessApiActionRequest.builder()
                                            .datasetId(Ids.UNKNOWN.dataSet())
                                            .build())),
            rejected(
                    "createProject",
                    400,
                    "an unknown member",
                    (api, ids) -> api.projects()
                            .createProject(CreateProjectRequest.builder()
                                    .name("Pier")
                                    .members(List.of(UNKNOWN_ID))
                                    .isPublic(true)
                                    .build())),
            rejected(
                    "createTask",
                    400,
                    "an unknown contributor",
                    (api, ids) -> api.tasks()
                            .createTask(
                                    ids.project(),
                                    ids.list(),
                                    CreateTaskRequest.builder()
                                            .taskName("Ask")
                                            .contributors(List.of(UNKNOWN_ID))
                                            .build())));

    private SandboxRefusals() {}

    private static Case rejected(String operationId, int status, String why, Prepared call) {
        return new Case(
                operationId,
                status,
                why,
                (domo, ids) -> domo.rest().execute(call.of(domo.rest().api(), ids)));
    }
}
