package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientTest {
    private static final String LOADER = """
            {"name":"Tide loader","description":"Loads tides","scope":["user","data"]}""";

    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.start();

    private final Caller caller = new Caller(sandbox);

    @Test
    void newClientGetsTokensWithItsScopes() {
        Reply created = create(LOADER);

        assertThat(created.status()).isEqualTo(201);
        JsonNode client = created.json();
        assertThat(client.path("name").asText()).isEqualTo("Tide loader");
        assertThat(client.path("description").asText()).isEqualTo("Loads tides");
        assertThat(client.path("scope")).hasToString("[\"user\",\"data\"]");
        assertThat(client.path("user").isIntegralNumber()).isTrue();
        assertThat(client.path("role").asText()).isEqualTo("Admin");
        assertThat(client.path("authorized_grant_types")).hasToString("[\"client_credentials\"]");
        String id = client.path("client_id").asText();
        Reply token =
                caller.requestToken("scope=", id, client.path("client_secret").asText());
        assertThat(token.status()).isEqualTo(200);
        assertThat(token.json().path("scope").asText()).isEqualTo("user data");
        caller.useToken(token.json().path("access_token").asText());
        assertThat(caller.get("/v1/datasets").status()).isEqualTo(200);
        assertThat(caller.get("/v1/audit").status()).isEqualTo(403);
        assertThat(caller.requestToken("", id, "wrong").status()).isEqualTo(401);
    }

    @Test
    void creatingAClientDoesNotChangeTheFirstClient() {
        String id = sandbox.clientId();
        create(LOADER);

        assertThat(sandbox.clientId()).isEqualTo(id);
        assertThat(caller.requestToken("", id, sandbox.clientSecret()).status()).isEqualTo(200);
    }

    @Test
    void requiresASessionAndAnInstance() {
        byte[] body = LOADER.getBytes(StandardCharsets.UTF_8);

        Reply noSession = caller.raw("POST", "/clients", body, "X-DOMO-CustomerDomain", "acme.example");
        Reply noInstance = caller.raw("POST", "/clients", body, "X-DOMO-Authentication", "session");

        assertThat(noSession.status()).isEqualTo(401);
        assertThat(noSession.message()).contains("X-DOMO-Authentication");
        assertThat(noInstance.status()).isEqualTo(403);
        assertThat(noInstance.message()).contains("X-DOMO-CustomerDomain");
        assertThat(create(LOADER).status()).isEqualTo(201);
    }

    @Test
    void rejectsADuplicateName() {
        create(LOADER);

        assertThat(create(LOADER).status()).isEqualTo(409);
        assertThat(create("{\"name\":\"Other\",\"scope\":[\"data\"]}").json().has("description"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"scope\":[\"data\"]}",
                "{\"name\":\"n\"}",
                "{\"name\":\"n\",\"scope\":\"data\"}",
                "{\"name\":\"n\",\"scope\":[]}",
                "{\"name\":\"n\",\"scope\":[\"everything\"]}",
                "{\"name\":\"n\",\"scope\":[\"data\"],\"description\":1}"
            })
    void rejectsAnIncompleteOrMalformedClient(String body) {
        assertThat(create(body).status()).isEqualTo(400);
    }

    private Reply create(String body) {
        return caller.raw(
                "POST",
                "/clients",
                body.getBytes(StandardCharsets.UTF_8),
                "X-DOMO-Authentication",
                "session",
                "X-DOMO-CustomerDomain",
                "acme.example");
    }
}
