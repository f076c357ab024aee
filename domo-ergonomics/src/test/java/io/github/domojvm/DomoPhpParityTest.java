package io.github.domojvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.domojvm.activity.Activity;
import io.github.domojvm.activity.ActivityFilter;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.BadRequestException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.pdp.PolicyFilters;
import io.github.domojvm.rest.model.CreateDataSetRequest;
import io.github.domojvm.rest.model.CreatePageCollectionRequest;
import io.github.domojvm.rest.model.CreatePageRequest;
import io.github.domojvm.rest.model.CreatePolicyRequest;
import io.github.domojvm.rest.model.CreateUserRequest;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rest.model.DomoPage;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.Execution;
import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.rest.model.Group;
import io.github.domojvm.rest.model.ImportMethod;
import io.github.domojvm.rest.model.PageCollection;
import io.github.domojvm.rest.model.Policy;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.rest.model.UpdatePageCollectionRequest;
import io.github.domojvm.rest.model.UpdatePageRequest;
import io.github.domojvm.rest.model.User;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.SandboxSwitch;
import io.github.domojvm.schema.SchemaBuilder;
import io.github.domojvm.schema.SchemaInference;
import io.github.domojvm.upload.UploadRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each call of the manual of domo-php 0.2, in its order and under its name, with what Java programs write instead. */
class DomoPhpParityTest {
    private static final Schema FRUIT = SchemaBuilder.create()
            .date("Date")
            .string("Fruit")
            .doubles("Revenue")
            .build();

    private static DomoSandbox sandbox;
    private static DomoClient domo;

    @BeforeAll
    static void start() {
        sandbox = DomoSandbox.builder()
                .switches(SandboxSwitch.NON_EMPTY_GROUPS_CAN_BE_DELETED)
                .start();
        domo = DomoClient.builder()
                .credentials(sandbox.clientId(), sandbox.clientSecret())
                .apiUrl(sandbox.url().toString())
                .build();
    }

    @AfterAll
    static void stop() {
        domo.close();
        sandbox.close();
    }

    @Test
    void adminGetActivityLog() {
        User user = newUser();

        List<Activity> latest = domo.activityLog().latest();
        assertThat(latest).hasSizeBetween(1, 50);
        assertThat(latest.get(0).entry().objectName()).isEqualTo(user.name());
        assertThat(latest.get(0).time())
                .hasValueSatisfying(time -> assertThat(time).isBefore(Instant.MAX));
    }

    @Test
    void adminGetActivityLogWithFilters() {
        newUser();
        ActivityFilter past = ActivityFilter.builder()
                .user(730_114)
                .start("2018-01-01 00:00:00")
                .end("2018-04-01 15:00:00")
                .build();
        ActivityFilter present = ActivityFilter.builder()
                .user(730_114)
                .start("2018-01-01 00:00:00")
                .build();

        assertThat(domo.activityLog().list(past)).isEmpty();
        assertThat(domo.activityLog().list(present).stream().skip(0).limit(1)).hasSize(1);
    }

    @Test
    void dataSetCreateDataSet() {
        DataSet created = domo.dataSets().create("My First Dataset", FRUIT);
        DataSet described = domo.dataSets()
                .create(CreateDataSetRequest.builder()
                        .name("My First Dataset")
                        .description("An optional description")
                        .schema(FRUIT)
                        .build());

        assertThat(created.id()).isNotBlank();
        assertThat(described.description()).isEqualTo("An optional description");
        assertThat(described.schema()).isEqualTo(FRUIT);
    }

    @Test
    void dataSetGetDataSet() {
        DataSet created = newDataSet();

        assertThat(domo.dataSets().get(created.id()).name()).isEqualTo(created.name());
        assertThat(domo.dataSets().find("nothing")).isEmpty();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> domo.dataSets().get("nothing"));
    }

    @Test
    void dataSetGetList() {
        newDataSet();
        newDataSet();

        assertThat(domo.dataSets().list()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(domo.dataSets().list().stream().skip(1).limit(1)).hasSize(1);
    }

    @Test
    void dataSetUpdateDataSet() {
        DataSet created = newDataSet();

        DataSet updated = domo.dataSets()
                .update(created.toBuilder()
                        .name("New Name")
                        .description("New Description")
                        .build());

        assertThat(updated.name()).isEqualTo("New Name");
        assertThat(updated.description()).isEqualTo("New Description");
    }

    @Test
    void dataSetDeleteDataSet() {
        DataSet created = newDataSet();

        assertThat(domo.dataSets().delete(created.id())).isTrue();
        assertThat(domo.dataSets().delete(created.id())).isFalse();
    }

    @Test
    void dataSetImportDataSet() {
        DataSet created = newDataSet();

        long rows = domo.dataSets()
                .importCsv(
                        created.id(),
                        ImportMethod.REPLACE,
                        CsvSource.text("2018-01-01,Apples,100.00\n2018-01-02,Apples,200.00"));

        assertThat(rows).isEqualTo(2);
        assertThat(sandbox.rowCount(created.id())).isEqualTo(2);
    }

    @Test
    void dataSetExportDataSet(@TempDir Path folder) throws IOException {
        DataSet created = newDataSet();
        domo.dataSets().importCsv(created.id(), ImportMethod.REPLACE, CsvSource.text("2018-01-01,Apples,100"));
        Path file = folder.resolve("fruit.csv");

        domo.dataSets().export(created.id(), file);
        assertThat(Files.readString(file)).isEqualTo("Date,Fruit,Revenue\n2018-01-01,Apples,100\n");
        domo.dataSets().export(created.id(), file, false);
        assertThat(Files.readString(file)).isEqualTo("2018-01-01,Apples,100\n");
    }

    @Test
    void dataSetGetPdpList() {
        assertThat(domo.policies().list(newDataSet().id()))
                .extracting(Policy::name)
                .containsExactly("All Rows");
    }

    @Test
    void dataSetGetDataSetPdp() {
        DataSet dataSet = newDataSet();
        Policy policy = newPolicy(dataSet);

        assertThat(domo.policies().get(dataSet.id(), policy.id())).isEqualTo(policy);
        assertThat(domo.policies().find(dataSet.id(), 99)).isEmpty();
    }

    @Test
    void dataSetCreateDataSetPdp() {
        DataSet dataSet = newDataSet();
        Group group = domo.groups().create("Growers");

        Policy policy = domo.policies()
                .create(
                        dataSet.id(),
                        CreatePolicyRequest.builder()
                                .name("Apples only")
                                .filters(List.of(PolicyFilters.column("Fruit").equalTo("Apples")))
                                .users(List.of(730_114L))
                                .groups(List.of(group.id()))
                                .build());

        assertThat(policy.users()).containsExactly(730_114L);
        assertThat(policy.groups()).containsExactly(group.id());
        assertThat(policy.filters().get(0).not()).isFalse();
    }

    @Test
    void dataSetUpdateDataSetPdp() {
        DataSet dataSet = newDataSet();
        Policy policy = newPolicy(dataSet);

        Policy renamed = domo.policies().update(dataSet.id(), policy.id(), change -> change.name("Other"));

        assertThat(renamed).isEqualTo(policy.toBuilder().name("Other").build());
    }

    @Test
    void dataSetDeleteDataSetPdp() {
        DataSet dataSet = newDataSet();
        Policy policy = newPolicy(dataSet);

        assertThat(domo.policies().delete(dataSet.id(), policy.id())).isTrue();
        assertThat(domo.policies().delete(dataSet.id(), policy.id())).isFalse();
    }

    @Test
    void groupGetList() {
        domo.groups().create("My Group");

        assertThat(domo.groups().list()).extracting(Group::name).contains("My Group");
        assertThat(domo.groups().list().stream().limit(1)).hasSize(1);
    }

    @Test
    void groupGetGroup() {
        Group group = domo.groups().create("My Group");

        assertThat(domo.groups().get(group.id()).name()).isEqualTo("My Group");
        assertThat(domo.groups().find(999_999)).isEmpty();
    }

    @Test
    void groupCreateGroup() {
        assertThat(domo.groups().create("My Group").active()).isTrue();
    }

    @Test
    void groupRenameGroup() {
        Group group = domo.groups().create("My Group");
        domo.groups().deactivate(group.id());

        domo.groups().rename(group.id(), "New Name");

        assertThat(domo.groups().get(group.id()).name()).isEqualTo("New Name");
        // The manual's call put the group into use again.
        assertThat(domo.groups().get(group.id()).active()).isFalse();
    }

    @Test
    void groupActivateGroupAndDeactivateGroup() {
        Group group = domo.groups().create("My Group");

        domo.groups().deactivate(group.id());
        assertThat(domo.groups().get(group.id()).active()).isFalse();
        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> domo.groups().addUser(group.id(), 730_114));
        domo.groups().activate(group.id());
        assertThat(domo.groups().get(group.id()).active()).isTrue();
        assertThat(domo.groups().get(group.id()).name()).isEqualTo("My Group");
    }

    @Test
    void groupDeleteGroup() {
        Group group = domo.groups().create("My Group");
        domo.groups().addUser(group.id(), 730_114);

        assertThat(domo.groups().delete(group.id())).isTrue();
        assertThat(domo.groups().delete(group.id())).isFalse();
        assertThat(domo.users().find(730_114)).isPresent();
    }

    @Test
    void groupAddUserListUsersAndRemoveUser() {
        Group group = domo.groups().create("My Group");

        domo.groups().addUser(group.id(), 730_114);
        assertThat(domo.groups().users(group.id())).containsExactly(730_114L);
        assertThat(domo.groups().removeUser(group.id(), 730_114)).isTrue();
        assertThat(domo.groups().removeUser(group.id(), 730_114)).isFalse();
        assertThat(domo.groups().users(group.id())).isEmpty();
    }

    @Test
    void pageGetList() {
        DomoPage parent = domo.pages().create("Parent");
        domo.pages()
                .create(CreatePageRequest.builder()
                        .name("Child")
                        .parentId(parent.id())
                        .build());

        assertThat(domo.pages().list().stream()
                        .filter(page -> page.id().equals(parent.id()))
                        .findFirst())
                .hasValueSatisfying(page -> assertThat(page.children()).hasSize(1));
        assertThat(domo.pages().list().stream().limit(1)).hasSize(1);
    }

    @Test
    void pageGetPage() {
        DomoPage page = domo.pages().create("Page Name");

        assertThat(domo.pages().get(page.id()).name()).isEqualTo("Page Name");
        assertThat(domo.pages().find(999_999)).isEmpty();
    }

    @Test
    void pageCreatePage() {
        assertThat(domo.pages().create("Page Name").id()).isPositive();
        assertThat(domo.pages()
                        .create(CreatePageRequest.builder()
                                .name("Locked")
                                .locked(true)
                                .build())
                        .locked())
                .isTrue();
    }

    @Test
    void pageUpdatePage() {
        DomoPage page = domo.pages().create("Page Name");

        domo.pages().update(page.id(), UpdatePageRequest.builder().name("Other").build());

        assertThat(domo.pages().get(page.id()).name()).isEqualTo("Other");
    }

    @Test
    void pageAddCard() {
        DomoPage page = domo.pages().create("Page Name");

        assertThat(domo.pages().addCards(page.id(), List.of(7L))).containsExactly(7L);
        // The manual's call could put a card there twice.
        assertThat(domo.pages().addCards(page.id(), List.of(7L, 8L))).containsExactly(7L, 8L);
        assertThat(domo.pages().removeCards(page.id(), List.of(7L, 99L))).containsExactly(8L);
    }

    @Test
    void pageDeletePage() {
        DomoPage page = domo.pages().create("Page Name");
        DomoPage child = domo.pages()
                .create(CreatePageRequest.builder()
                        .name("Child")
                        .parentId(page.id())
                        .build());

        assertThat(domo.pages().deleteNamingOrphans(page.id()).orphans())
                .singleElement()
                .satisfies(orphan -> assertThat(orphan.id()).isEqualTo(child.id()));
        assertThat(domo.pages().delete(page.id())).isFalse();
        assertThat(domo.pages().get(child.id()).parentId()).isZero();
    }

    @Test
    void pageGetPageCollectionsAndCreatePageCollection() {
        DomoPage page = domo.pages().create("Page Name");

        PageCollection collection = domo.pages().createCollection(page.id(), "My Collection");

        assertThat(domo.pages().collections(page.id())).containsExactly(collection);
        assertThat(domo.pages()
                        .createCollection(
                                page.id(),
                                CreatePageCollectionRequest.builder()
                                        .title("Other")
                                        .description("d")
                                        .build())
                        .description())
                .isEqualTo("d");
    }

    @Test
    void pageUpdatePageCollectionAndDeletePageCollection() {
        DomoPage page = domo.pages().create("Page Name");
        domo.pages().addCards(page.id(), List.of(123L, 456L));
        PageCollection collection = domo.pages().createCollection(page.id(), "My Collection");

        domo.pages()
                .updateCollection(
                        page.id(),
                        collection.id(),
                        UpdatePageCollectionRequest.builder()
                                .cardIds(List.of(123L, 456L))
                                .build());

        assertThat(domo.pages().collections(page.id()).get(0).cardIds()).containsExactly(123L, 456L);
        assertThat(domo.pages().deleteCollection(page.id(), collection.id())).isTrue();
        assertThat(domo.pages().deleteCollection(page.id(), collection.id())).isFalse();
    }

    @Test
    void userGetList() {
        User user = newUser();

        assertThat(domo.users().list()).extracting(User::id).contains(user.id());
        assertThat(domo.users().list().stream().limit(1)).hasSize(1);
    }

    @Test
    void userGetUser() {
        User user = newUser();

        assertThat(domo.users().get(user.id()).email()).isEqualTo(user.email());
        assertThat(domo.users().find(999_999)).isEmpty();
        assertThat(domo.users().findByEmail(user.email().toUpperCase(java.util.Locale.ROOT)))
                .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(user.id()));
    }

    @Test
    void userCreateUser() {
        User plain = domo.users().create("John Doe", "john.doe@example.org");
        assertThat(plain.role()).isEqualTo("Participant");

        User full = domo.users()
                .invite(CreateUserRequest.builder()
                        .name("Full User")
                        .email("fulluser@example.org")
                        .role("Privileged")
                        .title("Junior Something")
                        .phone("+18001234567")
                        .employeeNumber("007")
                        .build());
        assertThat(domo.users().get(full.id()).employeeNumber()).isEqualTo("007");
        assertThat(domo.users().get(full.id()).phone()).isEqualTo("+18001234567");
    }

    @Test
    void userUpdateUser() {
        User user = newUser();

        User updated = domo.users().update(user.id(), change -> change.title("Senior Something"));

        assertThat(updated.title()).isEqualTo("Senior Something");
        assertThat(updated.email()).isEqualTo(user.email());
        assertThat(updated.name()).isEqualTo(user.name());
    }

    @Test
    void userDeleteUser() {
        User user = newUser();

        assertThat(domo.users().delete(user.id())).isTrue();
        assertThat(domo.users().delete(user.id())).isFalse();
    }

    @Test
    void streamGetList() {
        newStream();

        assertThat(domo.streams().list()).isNotEmpty();
        assertThat(domo.streams().list().stream().skip(0).limit(1)).hasSize(1);
    }

    @Test
    void streamGetStream() {
        DomoStream stream = newStream();

        assertThat(domo.streams().get(stream.id()).dataSet().name()).isEqualTo("Test Dataset");
    }

    @Test
    void streamCreateStream() {
        assertThat(newStream().updateMethod()).isEqualTo(UpdateMethod.APPEND);
    }

    @Test
    void streamUpdateStream() {
        assertThat(domo.streams().update(newStream().id(), UpdateMethod.REPLACE).updateMethod())
                .isEqualTo(UpdateMethod.REPLACE);
    }

    @Test
    void streamDeleteStream() {
        DomoStream stream = newStream();
        DomoStream other = newStream();

        assertThat(domo.streams().delete(stream.id())).isTrue();
        assertThat(domo.streams().delete(stream.id())).isFalse();
        assertThat(domo.dataSets().find(stream.dataSet().id())).isPresent();
        // The manual says that the DataSet goes as well: then it is said.
        assertThat(domo.streams().deleteWithDataSet(other.id())).isTrue();
        assertThat(domo.dataSets().find(other.dataSet().id())).isEmpty();
    }

    @Test
    void streamExecutionsStepByStep() {
        long stream = newStream().id();
        var api = domo.rest().api().streams();

        Execution execution = domo.rest()
                .execute(api.createExecution(
                        stream,
                        io.github.domojvm.rest.model.CreateExecutionRequest.builder()
                                .build()));
        assertThat(domo.streams().executions(stream)).hasSize(1);
        assertThat(domo.streams().execution(stream, execution.id()).currentState())
                .isEqualTo(ExecutionState.ACTIVE);
        for (long part = 1; part <= 3; part++) {
            Execution unused = domo.rest()
                    .execute(api.uploadPart(
                            stream,
                            execution.id(),
                            part,
                            RequestBody.create("Ada," + part + ",2018-01-01\n", MediaType.get("text/csv")),
                            null));
        }
        Execution committed = domo.rest().execute(api.commitExecution(stream, execution.id()));
        assertThat(committed.id()).isEqualTo(execution.id());
        assertThat(domo.streams().execution(stream, execution.id()).currentState())
                .isEqualTo(ExecutionState.SUCCESS);
    }

    @Test
    void streamUploadInOneCall() {
        DomoStream stream = newStream();

        domo.streams()
                .upload(UploadRequest.builder(
                                stream.id(),
                                CsvSource.text("Ada,1,2018-01-01\nBob,2,2018-01-02\n"),
                                UpdateMethod.APPEND)
                        .build())
                .await();

        assertThat(sandbox.rowCount(stream.dataSet().id())).isEqualTo(2);
    }

    @Test
    void streamAbortStreamExecution() {
        long stream = newStream().id();
        Execution execution = domo.rest()
                .execute(domo.rest()
                        .api()
                        .streams()
                        .createExecution(
                                stream,
                                io.github.domojvm.rest.model.CreateExecutionRequest.builder()
                                        .build()));

        domo.streams().abort(stream, execution.id());

        assertThat(domo.streams().execution(stream, execution.id()).currentState())
                .isEqualTo(ExecutionState.ABORTED);
    }

    @Test
    void helpersInferSchema(@TempDir Path folder) throws IOException {
        Path csv = Files.writeString(folder.resolve("fruit.csv"), "Date,Fruit,Revenue\n2018-01-01,Apples,100.5\n");

        assertThat(SchemaInference.whole(csv)).isEqualTo(FRUIT);
    }

    @Test
    void helpersDataSetCreateDataSet(@TempDir Path folder) throws IOException {
        Path csv = Files.writeString(folder.resolve("fruit.csv"), "Date,Fruit,Revenue\n2018-01-01,Apples,100.5\n");

        DataSet created = domo.dataSets().create("From a file", SchemaInference.whole(csv));
        domo.dataSets()
                .importCsv(
                        created.id(), ImportMethod.REPLACE, CsvSource.file(csv).withHeader());

        assertThat(sandbox.rows(created.id())).containsExactly(List.of("2018-01-01", "Apples", "100.5"));
    }

    private static DataSet newDataSet() {
        return domo.dataSets().create("My First Dataset", FRUIT);
    }

    private static Policy newPolicy(DataSet dataSet) {
        return domo.policies()
                .create(
                        dataSet.id(),
                        CreatePolicyRequest.builder()
                                .name("Apples only")
                                .filters(List.of(PolicyFilters.column("Fruit").equalTo("Apples")))
                                .build());
    }

    private static User newUser() {
        return domo.users().create("User", "user" + java.util.UUID.randomUUID() + "@example.org");
    }

    private static DomoStream newStream() {
        Schema schema = SchemaBuilder.create()
                .string("Full Name")
                .doubles("Salary")
                .date("Start Date")
                .build();
        return domo.streams().create("Test Dataset", schema, UpdateMethod.APPEND);
    }
}
