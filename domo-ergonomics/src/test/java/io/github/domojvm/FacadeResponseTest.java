package io.github.domojvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.domojvm.dataset.DataSets;
import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.group.Groups;
import io.github.domojvm.internal.FakeTiming;
import io.github.domojvm.internal.TestDomo;
import io.github.domojvm.page.Pages;
import io.github.domojvm.pdp.Policies;
import io.github.domojvm.rest.model.CreatePolicyRequest;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.stream.Streams;
import io.github.domojvm.upload.Uploader;
import io.github.domojvm.user.Users;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** JSON that names no id, or another one, is not the object that was requested. */
class FacadeResponseTest {
    /** One call of a facade. */
    private interface Facades {
        void call(DataSets dataSets, Streams streams, Users users, Groups groups, Pages pages, Policies policies);
    }

    @TestFactory
    Stream<DynamicTest> aPortalsJsonIsNoObjectOfDomo() {
        return Stream.of(
                test("get a DataSet", (dataSets, streams, users, groups, pages, policies) -> dataSets.get("d1")),
                test("find a DataSet", (dataSets, streams, users, groups, pages, policies) -> dataSets.find("d1")),
                test(
                        "create a DataSet",
                        (dataSets, streams, users, groups, pages, policies) ->
                                dataSets.create("x", Schema.builder().build())),
                test(
                        "update a DataSet",
                        (dataSets, streams, users, groups, pages, policies) ->
                                dataSets.update("d1", change -> change.name("x"))),
                test("get a Stream", (dataSets, streams, users, groups, pages, policies) -> streams.get(3)),
                test("find a Stream", (dataSets, streams, users, groups, pages, policies) -> streams.find(3)),
                test(
                        "create a Stream",
                        (dataSets, streams, users, groups, pages, policies) ->
                                streams.create("x", Schema.builder().build(), UpdateMethod.APPEND)),
                test(
                        "update a Stream",
                        (dataSets, streams, users, groups, pages, policies) -> streams.update(3, UpdateMethod.APPEND)),
                test("get a user", (dataSets, streams, users, groups, pages, policies) -> users.get(3)),
                test("find a user", (dataSets, streams, users, groups, pages, policies) -> users.find(3)),
                test(
                        "create a user",
                        (dataSets, streams, users, groups, pages, policies) -> users.create("x", "x@example.com")),
                test("get a group", (dataSets, streams, users, groups, pages, policies) -> groups.get(3)),
                test("find a group", (dataSets, streams, users, groups, pages, policies) -> groups.find(3)),
                test("create a group", (dataSets, streams, users, groups, pages, policies) -> groups.create("x")),
                test("get a page", (dataSets, streams, users, groups, pages, policies) -> pages.get(3)),
                test("find a page", (dataSets, streams, users, groups, pages, policies) -> pages.find(3)),
                test("create a page", (dataSets, streams, users, groups, pages, policies) -> pages.create("x")),
                test("get a policy", (dataSets, streams, users, groups, pages, policies) -> policies.get("d1", 3)),
                test("find a policy", (dataSets, streams, users, groups, pages, policies) -> policies.find("d1", 3)),
                test(
                        "create a policy",
                        (dataSets, streams, users, groups, pages, policies) -> policies.create(
                                "d1",
                                CreatePolicyRequest.builder()
                                        .name("x")
                                        .filters(List.of())
                                        .build())));
    }

    private static DynamicTest test(String name, Facades facades) {
        return DynamicTest.dynamicTest(name, () -> {
            FakeTiming timing = new FakeTiming();
            try (DomoSandbox sandbox = DomoSandbox.start();
                    TestDomo domo = new TestDomo(sandbox, timing)) {
                sandbox.faults().add(Fault.on("*", "/v1/**").always().answer(200, "{\"portal\":\"sign in\"}"));
                var rest = domo.rest();
                var calls = domo.calls();
                Uploader uploader = new Uploader(rest.streams(), rest.dataSets(), calls, Runnable::run, timing);

                DomoDataException e = catchThrowableOfType(
                        DomoDataException.class,
                        () -> facades.call(
                                new DataSets(rest.dataSets(), calls),
                                new Streams(rest.streams(), rest.dataSets(), calls, uploader),
                                new Users(rest.users(), calls),
                                new Groups(rest.groups(), calls),
                                new Pages(rest.pages(), calls),
                                new Policies(rest.policies(), calls)));

                assertThat(e).isNotNull().hasMessageContaining("not Domo's").hasMessageNotContaining("sign in");
            }
        });
    }
}
