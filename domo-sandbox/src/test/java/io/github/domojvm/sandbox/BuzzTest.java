package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuzzTest {
    private static final String INTEGRATIONS = "/v1/buzz/integrations";
    private static final String BOT = """
            {"name":"Bot","description":"Tides","scope":"CHANNEL_LIST","channelIds":["tides","berths"],
             "headers":[{"name":"X-Key","value":"k3y"}]}""";
    private static final String POSTED = "{\"eventType\":\"MESSAGE_POSTED\",\"url\":\"https://bot.example/events\"}";

    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.start();

    private final Caller caller = new Caller(sandbox);

    @Test
    void anIntegrationIsReturnedAsSentWithIdAndOwner() {
        Reply created = caller.post(INTEGRATIONS, BOT);

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.json().path("id").asText()).matches("[0-9a-f-]{36}");
        assertThat(created.json().path("ownerId").isIntegralNumber()).isTrue();
        assertThat(created.json().path("channelIds")).hasSize(2);
        assertThat(created.json().at("/headers/0/value").asText()).isEqualTo("k3y");
        assertThat(caller.get(path(created)).json()).isEqualTo(created.json());
        assertThat(caller.get(INTEGRATIONS).json().at("/integrations/0")).isEqualTo(created.json());
    }

    @Test
    void optionalMembersAreOmittedFromTheResponse() {
        Reply created = caller.post(INTEGRATIONS, "{\"name\":\"Bot\",\"scope\":\"PUBLIC_CHANNELS\"}");

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.json().has("description")).isFalse();
        assertThat(created.json().has("channelIds")).isFalse();
        assertThat(created.json().path("headers")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"scope\":\"PUBLIC_CHANNELS\"}",
                "{\"name\":\"Bot\"}",
                "{\"name\":\"Bot\",\"scope\":\"EVERYTHING\"}",
                "{\"name\":\"Bot\",\"scope\":\"CHANNEL_LIST\"}",
                "{\"name\":\"Bot\",\"scope\":\"CHANNEL_LIST\",\"channelIds\":[]}",
                "{\"name\":\"Bot\",\"scope\":\"CHANNEL_LIST\",\"channelIds\":[7]}",
                "{\"name\":\"Bot\",\"scope\":\"CHANNEL_LIST\",\"channelIds\":\"tides\"}",
                "{\"name\":\"Bot\",\"scope\":\"OWNER_ACCESS\",\"channelIds\":[\"tides\"]}",
                "{\"name\":\"Bot\",\"scope\":\"OWNER_ACCESS\",\"headers\":[{\"name\":\"X-Key\"}]}",
                "{\"name\":\"Bot\",\"scope\":\"OWNER_ACCESS\",\"headers\":[{\"value\":\"k3y\"}]}"
            })
    void rejectsAnInvalidIntegrationWithoutQuotingHeaderValues(String body) {
        Reply rejected = caller.post(INTEGRATIONS, body);

        assertThat(rejected.status()).isEqualTo(400);
        assertThat(rejected.text()).doesNotContain("k3y");
        assertThat(caller.get(INTEGRATIONS).json().path("integrations")).isEmpty();
    }

    @Test
    void aDeletedIntegrationDoesNotExist() {
        String path = path(caller.post(INTEGRATIONS, BOT));
        caller.post(path + "/subscriptions", POSTED);

        assertThat(caller.delete(path).status()).isEqualTo(204);
        assertThat(caller.get(path).status()).isEqualTo(404);
        assertThat(caller.delete(path).status()).isEqualTo(404);
        assertThat(caller.get(path + "/subscriptions").status()).isEqualTo(404);
        assertThat(caller.post(path + "/subscriptions", POSTED).status()).isEqualTo(404);
    }

    @Test
    void subscriptionsBelongToTheirIntegration() {
        String path = path(caller.post(INTEGRATIONS, BOT));
        String other = path(caller.post(INTEGRATIONS, BOT));

        Reply created = caller.post(path + "/subscriptions", POSTED);

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.json().has("slashCommand")).isFalse();
        assertThat(caller.get(path + "/subscriptions").json().path("subscriptions"))
                .containsExactly(created.json());
        assertThat(caller.get(other + "/subscriptions").json().path("subscriptions"))
                .isEmpty();
        String subscription = "/subscriptions/" + created.json().path("id").asText();
        assertThat(caller.delete(other + subscription).status()).isEqualTo(404);
        assertThat(caller.delete(path + subscription).status()).isEqualTo(204);
        assertThat(caller.delete(path + subscription).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "SLASH_COMMAND, https://bot.example/events, \"/tides\", 200",
                "SLASH_COMMAND, https://bot.example/events, null, 400",
                "SLASH_COMMAND, https://bot.example/events, \" \", 400",
                "THREAD_CREATED, https://bot.example/events, \"/tides\", 400",
                "THREAD_CREATED, HTTPS://bot.example/events, null, 200",
                "USERS_JOINED_CHANNEL, http://bot.example/events, null, 400",
                "USERS_LEFT_CHANNEL, , null, 400",
                "SOMETHING_ELSE, https://bot.example/events, null, 400"
            })
    void aSubscriptionHasASlashCommandIfAndOnlyIfItsEventIsOne(String event, String url, String command, int status) {
        String path = path(caller.post(INTEGRATIONS, BOT));
        String address = url == null ? "null" : "\"" + url + "\"";

        Reply reply = caller.post(
                path + "/subscriptions",
                "{\"eventType\":\"" + event + "\",\"url\":" + address + ",\"slashCommand\":" + command + "}");

        assertThat(reply.status()).isEqualTo(status);
    }

    private static String path(Reply created) {
        return INTEGRATIONS + "/" + created.json().path("id").asText();
    }
}
