package io.github.domojvm.contract;

import static io.github.domojvm.contract.ClientCall.reading;
import static io.github.domojvm.contract.ClientCall.rest;
import static io.github.domojvm.contract.ClientCall.restSilent;
import static io.github.domojvm.contract.ClientCall.tolerant;

import io.github.domojvm.rest.model.BuzzEventType;
import io.github.domojvm.rest.model.BuzzHeader;
import io.github.domojvm.rest.model.BuzzIntegrationList;
import io.github.domojvm.rest.model.BuzzIntegrationScope;
import io.github.domojvm.rest.model.BuzzSubscriptionList;
import io.github.domojvm.rest.model.CreateBuzzIntegrationRequest;
import io.github.domojvm.rest.model.CreateBuzzSubscriptionRequest;
import java.util.List;
import java.util.Optional;

/** The client calls of the Buzz operations. */
final class BuzzCalls {
    static final CreateBuzzIntegrationRequest INTEGRATION = CreateBuzzIntegrationRequest.builder()
            .name("Harbour bot")
            .description("Announces the tides")
            .scope(BuzzIntegrationScope.CHANNEL_LIST)
            .channelIds(List.of("tides", "berths"))
            .headers(List.of(BuzzHeader.builder()
                    .name("X-Harbour-Key")
                    .value("invented-key")
                    .build()))
            .build();

    static final CreateBuzzSubscriptionRequest SUBSCRIPTION = CreateBuzzSubscriptionRequest.builder()
            .eventType(BuzzEventType.SLASH_COMMAND)
            .url("https://bot.northwind.example/events")
            .slashCommand("tides")
            .build();

    static final List<ClientCall> ALL = List.of(
            reading(
                    "listBuzzIntegrations",
                    "Buzz.list",
                    (domo, ids) -> BuzzIntegrationList.builder()
                            .integrations(domo.buzz().list())
                            .build()),
            reading(
                    "createBuzzIntegration",
                    "Buzz.create",
                    (domo, ids) -> domo.buzz().create(INTEGRATION)),
            reading("getBuzzIntegration", "Buzz.get", (domo, ids) -> domo.buzz().get(ids.integration())),
            tolerant(
                    "getBuzzIntegration",
                    "Buzz.find",
                    true,
                    Optional.empty(),
                    (domo, ids) -> domo.buzz().find(ids.integration())),
            tolerant(
                    "deleteBuzzIntegration",
                    "Buzz.delete",
                    false,
                    false,
                    (domo, ids) -> domo.buzz().delete(ids.integration())),
            reading(
                    "listBuzzSubscriptions",
                    "Buzz.subscriptions",
                    (domo, ids) -> BuzzSubscriptionList.builder()
                            .subscriptions(domo.buzz().subscriptions(ids.integration()))
                            .build()),
            reading(
                    "createBuzzSubscription",
                    "Buzz.createSubscription",
                    (domo, ids) -> domo.buzz().createSubscription(ids.integration(), SUBSCRIPTION)),
            tolerant(
                    "deleteBuzzSubscription",
                    "Buzz.deleteSubscription",
                    false,
                    false,
                    (domo, ids) -> domo.buzz().deleteSubscription(ids.integration(), ids.subscription())),
            rest("listBuzzIntegrations", (api, ids) -> api.buzz().listBuzzIntegrations()),
            rest("createBuzzIntegration", (api, ids) -> api.buzz().createBuzzIntegration(INTEGRATION)),
            rest("getBuzzIntegration", (api, ids) -> api.buzz().getBuzzIntegration(ids.integration())),
            restSilent("deleteBuzzIntegration", (api, ids) -> api.buzz().deleteBuzzIntegration(ids.integration())),
            rest("listBuzzSubscriptions", (api, ids) -> api.buzz().listBuzzSubscriptions(ids.integration())),
            rest(
                    "createBuzzSubscription",
                    (api, ids) -> api.buzz().createBuzzSubscription(ids.integration(), SUBSCRIPTION)),
            restSilent(
                    "deleteBuzzSubscription",
                    (api, ids) -> api.buzz().deleteBuzzSubscription(ids.integration(), ids.subscription())));

    private BuzzCalls() {}
}
