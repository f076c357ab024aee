package io.github.domojvm.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.domojvm.error.BadRequestException;
import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.internal.call.TestDomo;
import io.github.domojvm.rest.model.EmbedAuthorizationRequest;
import io.github.domojvm.rest.model.EmbedPermission;
import io.github.domojvm.rest.model.EmbedTokenRequest;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.sandbox.RecordedRequest;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class EmbedTokensTest {
    private static final EmbedTokenRequest REQUEST = EmbedTokenRequest.builder()
            .sessionLength(60)
            .authorizations(List.of(EmbedAuthorizationRequest.builder()
                    .token("q7Zk2")
                    .permissions(List.of(EmbedPermission.READ))
                    .build()))
            .build();

    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.start();

    @AutoClose
    private final TestDomo domo = new TestDomo(sandbox, new FakeTiming());

    private final EmbedTokens tokens = domo.facade(EmbedTokens.class);

    @Test
    void createsTokensForCardsAndDashboards() {
        assertThat(tokens.createForCards(REQUEST).authentication()).isNotBlank();
        assertThat(tokens.createForDashboards(REQUEST).authentication()).isNotBlank();
        assertThat(tokens.createForDashboardsByAlias(REQUEST).authentication()).isNotBlank();
        assertThat(sandbox.requests())
                .extracting(RecordedRequest::path)
                .containsExactly(
                        "/oauth/token", "/v1/cards/embed/auth", "/v1/stories/embed/auth", "/v1/dashboards/embed/auth");
    }

    @Test
    void createFailsWhenTheServiceRejectsTheRequest() {
        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> tokens.createForCards(
                        REQUEST.toBuilder().authorizations(List.of()).build()));
    }

    @Test
    void rejectsAResponseWithoutAToken() {
        sandbox.faults().add(Fault.on("POST", "/v1/cards/embed/auth").always().respond(200, "{\"portal\":\"x\"}"));

        assertThatExceptionOfType(DomoDataException.class).isThrownBy(() -> tokens.createForCards(REQUEST));
    }
}
