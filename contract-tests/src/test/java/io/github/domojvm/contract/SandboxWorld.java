package io.github.domojvm.contract;

import io.github.domojvm.DomoClient;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.pdp.PolicyFilters;
import io.github.domojvm.rest.DomoRest;
import io.github.domojvm.rest.model.AccountSettings;
import io.github.domojvm.rest.model.CardDefinition;
import io.github.domojvm.rest.model.CreateAccountRequest;
import io.github.domojvm.rest.model.CreateExecutionRequest;
import io.github.domojvm.rest.model.CreateGroupRequest;
import io.github.domojvm.rest.model.CreatePageCollectionRequest;
import io.github.domojvm.rest.model.CreatePageRequest;
import io.github.domojvm.rest.model.CreatePolicyRequest;
import io.github.domojvm.rest.model.CreateProjectRequest;
import io.github.domojvm.rest.model.CreateSimpleDataSetRequest;
import io.github.domojvm.rest.model.CreateTaskRequest;
import io.github.domojvm.rest.model.CreateUserRequest;
import io.github.domojvm.rest.model.UpdateMethod;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import retrofit2.Call;

/** Creates one object of each kind in a sandbox, which a call may read, update or delete. */
final class SandboxWorld {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final DomoClient domo;
    private final DomoRest api;

    private SandboxWorld(DomoClient domo) {
        this.domo = domo;
        this.api = domo.rest().api();
    }

    static Ids create(DomoClient domo) {
        return new SandboxWorld(domo).ids();
    }

    static Map<String, Object> settings() {
        return Map.of("username", "tide", "password", "invented");
    }

    static MultipartBody.Part file() {
        return MultipartBody.Part.createFormData(
                "file", "permit.txt", RequestBody.create("Permit no. 12", MediaType.get("text/plain")));
    }

    private Ids ids() {
        long stream = domo.streams()
                .create("Meters", DataSetCalls.SCHEMA, UpdateMethod.APPEND)
                .id();
        String dataSet = domo.streams().get(stream).dataSet().id();
        domo.dataSets().importCsv(dataSet, CsvSource.fromText(DataSetCalls.ROWS), UpdateMethod.REPLACE);
        long execution = run(api.streams()
                        .createExecution(
                                stream, CreateExecutionRequest.builder().build()))
                .id();
        run(api.streams()
                .uploadPart(
                        stream, execution, 1L, RequestBody.create(DataSetCalls.ROWS, MediaType.get("text/csv")), null));
        long policy = run(api.policies()
                        .createPolicy(
                                dataSet,
                                CreatePolicyRequest.builder()
                                        .name("One meter")
                                        .filters(List.of(
                                                PolicyFilters.column("meter").equalTo("1001")))
                                        .build()))
                .id();
        String simple = run(api.simple()
                        .createSimpleDataSet(CreateSimpleDataSetRequest.builder()
                                .name("Buoys")
                                .build()))
                .id();
        long member = user();
        long stranger = user();
        long group = group();
        domo.rest().execute(api.groups().addGroupUser(group, member));
        String card = run(api.cards()
                        .createChartCard(CardDefinition.builder().title("Tides").build(), null))
                .urn();
        long page = run(api.pages()
                        .createPage(CreatePageRequest.builder()
                                .name("Tides")
                                .cardIds(List.of(Long.valueOf(card)))
                                .build()))
                .id();
        long collection = run(api.pages()
                        .createPageCollection(
                                page,
                                CreatePageCollectionRequest.builder()
                                        .title("Week")
                                        .build()))
                .id();
        String accountType = run(api.accounts().listAccountTypes(1, 0)).get(0).id();
        String account = run(api.accounts()
                        .createAccount(CreateAccountRequest.builder()
                                .name("Harbour database")
                                .type(AccountSettings.builder()
                                        .id(accountType)
                                        .properties(settings())
                                        .build())
                                .build()))
                .id();
        String project = run(api.projects()
                        .createProject(CreateProjectRequest.builder()
                                .name("Pier")
                                .members(List.of(member))
                                .isPublic(true)
                                .build()))
                .id();
        String list = run(api.projects().listProjectLists(project)).get(0).id();
        String task = run(api.tasks()
                        .createTask(
                                project,
                                list,
                                CreateTaskRequest.builder().taskName("Ask").build()))
                .id();
        long attachment =
                run(api.tasks().addAttachment(project, list, task, file())).id();
        String action = run(api.actions().listApiActions()).get(0).guid();
        String integration =
                run(api.buzz().createBuzzIntegration(BuzzCalls.INTEGRATION)).id();
        String subscription = run(api.buzz().createBuzzSubscription(integration, BuzzCalls.SUBSCRIPTION))
                .id();
        return new Ids(
                dataSet,
                simple,
                policy,
                stream,
                execution,
                member,
                stranger,
                group,
                group(),
                page,
                collection,
                card,
                Long.parseLong(card),
                account,
                accountType,
                project,
                list,
                task,
                attachment,
                action,
                integration,
                subscription);
    }

    private long user() {
        int number = NUMBERS.incrementAndGet();
        return run(api.users()
                        .createUser(
                                CreateUserRequest.builder()
                                        .name("User " + number)
                                        .email("user" + number + "@northwind.example")
                                        .role("Participant")
                                        .build(),
                                null))
                .id();
    }

    private long group() {
        return run(api.groups()
                        .createGroup(CreateGroupRequest.builder()
                                .name("Group " + NUMBERS.incrementAndGet())
                                .build()))
                .id();
    }

    private <T> T run(Call<T> call) {
        return Objects.requireNonNull(domo.rest().execute(call));
    }
}
