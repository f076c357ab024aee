package io.github.domojvm.buzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.domojvm.error.BadRequestException;
import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.internal.call.TestDomo;
import io.github.domojvm.rest.model.BuzzEventType;
import io.github.domojvm.rest.model.BuzzHeader;
import io.github.domojvm.rest.model.BuzzIntegration;
import io.github.domojvm.rest.model.BuzzIntegrationScope;
import io.github.domojvm.rest.model.BuzzSubscription;
import io.github.domojvm.rest.model.CreateBuzzIntegrationRequest;
import io.github.domojvm.rest.model.CreateBuzzSubscriptionRequest;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Fault;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuzzTest {
    private static final String SECRET = "s3cret-word";
    private static final String URL = "https://bot.example/events";

    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.start();

    @AutoClose
    private final TestDomo domo = new TestDomo(sandbox, new FakeTiming());

    private final Buzz buzz = domo.facade(Buzz.class);

    @Test
    void createsFindsAndDeletesAnIntegration() {
        BuzzIntegration created = buzz.create(integration(BuzzIntegrationScope.CHANNEL_LIST, List.of("tides")));

        assertThat(created.channelIds()).containsExactly("tides");
        assertThat(created.headers()).extracting(BuzzHeader::value).containsExactly(SECRET);
        assertThat(buzz.get(created.id())).isEqualTo(created);
        assertThat(buzz.find(created.id())).contains(created);
        assertThat(buzz.list()).containsExactly(created);
        assertThat(buzz.delete(created.id())).isTrue();
        assertThat(buzz.delete(created.id())).isFalse();
        assertThat(buzz.find(created.id())).isEmpty();
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> buzz.get(created.id()));
    }

    @Test
    void subscribesAnIntegrationToEvents() {
        String id = buzz.create(integration(BuzzIntegrationScope.OWNER_ACCESS, null))
                .id();

        BuzzSubscription posted = buzz.createSubscription(id, subscription(BuzzEventType.MESSAGE_POSTED, null));
        BuzzSubscription command = buzz.createSubscription(id, subscription(BuzzEventType.SLASH_COMMAND, "tides"));

        assertThat(buzz.subscriptions(id)).containsExactly(posted, command);
        assertThat(buzz.deleteSubscription(id, posted.id())).isTrue();
        assertThat(buzz.deleteSubscription(id, posted.id())).isFalse();
        assertThat(buzz.subscriptions(id)).containsExactly(command);
    }

    @Test
    void headerValuesDoNotAppearInTextOrMessages() {
        CreateBuzzIntegrationRequest request = integration(BuzzIntegrationScope.PUBLIC_CHANNELS, null);
        sandbox.faults().add(Fault.on("POST", "/v1/buzz/integrations").respond(400, "{\"message\":\"no\"}"));

        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> buzz.create(request))
                .satisfies(error -> assertThat(error).hasMessageNotContaining(SECRET));
        assertThat(request.toString()).contains("X-Key").doesNotContain(SECRET);
        assertThat(buzz.create(request).toString()).contains("X-Key").doesNotContain(SECRET);
    }

    @ParameterizedTest
    @EnumSource(
            value = BuzzIntegrationScope.class,
            names = {"PUBLIC_CHANNELS", "OWNER_ACCESS"})
    void channelIdsAreNotAllowedWithAnotherScope(BuzzIntegrationScope scope) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> buzz.create(integration(scope, List.of("tides"))))
                .withMessage("request.channelIds must be absent unless request.scope is CHANNEL_LIST: " + scope);
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void aListOfChannelsRequiresChannelIds() {
        for (List<String> none : Arrays.asList(null, List.<String>of())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> buzz.create(integration(BuzzIntegrationScope.CHANNEL_LIST, none)))
                    .withMessage("request.channelIds must not be empty if request.scope is CHANNEL_LIST");
        }
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void aHeaderThatHttpDoesNotAllowIsRejectedWithoutItsValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> buzz.create(withHeader("X-Key", SECRET + "\n")))
                .withMessageStartingWith("value of the header X-Key in request.headers must")
                .satisfies(error -> assertThat(error).hasMessageNotContaining(SECRET));
        assertThatIllegalArgumentException().isThrownBy(() -> buzz.create(withHeader("X Key", SECRET)));
        assertThatNullPointerException().isThrownBy(() -> buzz.create(withHeader(null, SECRET)));
        assertThatNullPointerException().isThrownBy(() -> buzz.create(withHeader("X-Key", null)));
        assertThat(sandbox.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://bot.example/s3cret-word", "bot.example/s3cret-word", "https:", "ftp://bot.example"})
    void theUrlOfASubscriptionMustUseHttps(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> buzz.createSubscription(
                        "7",
                        subscription(BuzzEventType.THREAD_CREATED, null).toBuilder()
                                .url(url)
                                .build()))
                .withMessage("request.url must be an https URL");
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void aSlashCommandIsRequiredExactlyForItsEvent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> buzz.createSubscription("7", subscription(BuzzEventType.SLASH_COMMAND, " ")))
                .withMessage("request.slashCommand must not be empty if request.eventType is SLASH_COMMAND");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> buzz.createSubscription("7", subscription(BuzzEventType.USERS_LEFT_CHANNEL, "tides")))
                .withMessage("request.slashCommand must be absent unless request.eventType is SLASH_COMMAND:"
                        + " USERS_LEFT_CHANNEL");
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void aListWithoutItsMemberIsNotAccepted() {
        sandbox.faults().add(Fault.on("GET", "/v1/buzz/integrations").always().respond(200, "{\"portal\":\"x\"}"));

        assertThatExceptionOfType(DomoDataException.class).isThrownBy(buzz::list);
    }

    private static CreateBuzzIntegrationRequest integration(BuzzIntegrationScope scope, List<String> channels) {
        return withHeader("X-Key", SECRET).toBuilder()
                .scope(scope)
                .channelIds(channels)
                .build();
    }

    private static CreateBuzzIntegrationRequest withHeader(String name, String value) {
        return CreateBuzzIntegrationRequest.builder()
                .name("Bot")
                .scope(BuzzIntegrationScope.PUBLIC_CHANNELS)
                .headers(List.of(BuzzHeader.builder().name(name).value(value).build()))
                .build();
    }

    private static CreateBuzzSubscriptionRequest subscription(BuzzEventType event, String command) {
        return CreateBuzzSubscriptionRequest.builder()
                .eventType(event)
                .url(URL)
                .slashCommand(command)
                .build();
    }
}
