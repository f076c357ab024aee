package io.github.domojvm.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.CallOptions;
import io.github.domojvm.DomoClient;
import io.github.domojvm.dataset.ListDataSetsOptions;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.rest.model.AccountSettings;
import io.github.domojvm.rest.model.CreateAccountRequest;
import io.github.domojvm.rest.model.CreateUserRequest;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.sandbox.Quirk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogRedactionTest {
    /** The value of every member that can contain private data. */
    private static final String MARKER = "marker-private";

    private static final String SECRET = "marker-secret";

    @Test
    void logContainsCallsAndNoPrivateData() {
        List<String> logged = TestLog.during(LogRedactionTest::callEverything);

        assertThat(logged)
                .anySatisfy(line -> assertThat(line).contains("POST /oauth/token -> 200"))
                .anySatisfy(line -> assertThat(line).contains("GET /v1/datasets?limit=50&offset=0&nameLike=... -> 503"))
                .anySatisfy(line -> assertThat(line).contains("GET /v1/datasets failed with 503; attempt 2 follows"))
                .anySatisfy(line -> assertThat(line).contains("POST /v1/users?sendInvite=true -> 201"))
                .anySatisfy(line -> assertThat(line).contains("POST /v1/accounts -> 400"));
        assertThat(logged).noneMatch(line -> line.contains(MARKER) || line.contains(SECRET));
        assertThat(logged).noneMatch(line -> line.contains("Bearer") || line.contains("Basic "));
    }

    private static void callEverything() {
        try (DomoSandbox sandbox = DomoSandbox.builder()
                        .client("id", SECRET)
                        .quirk(Quirk.UNKNOWN_ACCOUNT_TYPES_ARE_REJECTED)
                        .start();
                DomoClient domo = DomoClient.builder()
                        .credentials("id", SECRET)
                        .apiUrl(sandbox.url().toString())
                        .userAgent(MARKER)
                        .build()) {
            sandbox.faults().add(Fault.on("GET", "/v1/datasets").respond(503, MARKER));
            domo.with(CallOptions.builder().header("X-Private", MARKER).build())
                    .dataSets()
                    .list(ListDataSetsOptions.builder().nameLike(MARKER).build())
                    .toList();
            domo.users().create(MARKER, MARKER + "@northwind.example");
            domo.users()
                    .invite(CreateUserRequest.builder()
                            .name(MARKER)
                            .email(MARKER + "2@northwind.example")
                            .role("Admin")
                            .build());
            var accounts = domo.rest().api().accounts();
            assertThatThrownBy(() -> domo.rest()
                            .execute(accounts.createAccount(CreateAccountRequest.builder()
                                    .name(MARKER)
                                    .type(AccountSettings.builder()
                                            .id("none")
                                            .properties(Map.of("password", MARKER))
                                            .build())
                                    .build())))
                    .isInstanceOf(DomoException.class);
            assertThatThrownBy(() -> domo.dataSets().query("nothing", "SELECT * FROM table WHERE name = ?", MARKER))
                    .isInstanceOf(DomoException.class);
        }
    }
}
