package io.github.domojvm.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.domojvm.DomoClient;
import io.github.domojvm.error.ConflictException;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.internal.call.TestDomo;
import io.github.domojvm.rest.model.CreateClientRequest;
import io.github.domojvm.rest.model.CreatedClient;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.RecordedRequest;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ApiClientsTest {
    private static final CreateClientRequest REQUEST =
            CreateClientRequest.builder().name("Loader").scope(List.of("data")).build();

    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.start();

    @AutoClose
    private final TestDomo domo = new TestDomo(sandbox, new FakeTiming());

    private final ApiClients clients = domo.facade(ApiClients.class);

    @Test
    void createdClientCanAuthenticate() {
        CreatedClient created = clients.create("session", "northwind.domo.com", REQUEST);

        try (DomoClient loader = DomoClient.builder()
                .apiUrl(sandbox.url().toString())
                .credentials(created.clientId(), created.clientSecret())
                .build()) {
            assertThat(loader.dataSets().list()).isEmpty();
        }
    }

    @Test
    void createRequestsNoAccessToken() {
        clients.create("session", "northwind.domo.com", REQUEST);

        assertThat(sandbox.requests()).extracting(RecordedRequest::path).containsExactly("/clients");
    }

    @Test
    void createWithANameInUseIsAConflict() {
        clients.create("session", "northwind.domo.com", REQUEST);

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> clients.create("session", "northwind.domo.com", REQUEST));
    }

    @Test
    void rejectsAnInvalidSessionIdWithoutShowingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clients.create("line\nbreak", "northwind.domo.com", REQUEST))
                .withMessageStartingWith("sessionId")
                .withMessageNotContaining("line\nbreak");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clients.create("session", " ", REQUEST))
                .withMessage("instanceHost must not be blank");
    }
}
