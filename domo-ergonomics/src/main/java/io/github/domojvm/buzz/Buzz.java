package io.github.domojvm.buzz;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.internal.call.ResponseCheck;
import io.github.domojvm.internal.client.ClientContext;
import io.github.domojvm.internal.client.FacadeFactory;
import io.github.domojvm.rest.api.BuzzApi;
import io.github.domojvm.rest.model.BuzzIntegration;
import io.github.domojvm.rest.model.BuzzIntegrationList;
import io.github.domojvm.rest.model.BuzzSubscription;
import io.github.domojvm.rest.model.BuzzSubscriptionList;
import io.github.domojvm.rest.model.CreateBuzzIntegrationRequest;
import io.github.domojvm.rest.model.CreateBuzzSubscriptionRequest;
import java.util.List;
import java.util.Optional;

/**
 * Manages Buzz integrations, services outside of Domo that receive the events of channels, and their subscriptions.
 *
 * <p><b>Domo documents the Buzz API as deprecated.</b> This class has no {@code @Deprecated}: Domo deprecated the API,
 * not this client, and the annotation would fail builds that treat warnings as errors.
 *
 * <p>The values of headers may be secrets. They do not appear in the text of models, in logs or in messages.
 *
 * <p>Thread-safe. All methods block on the network, and throw a {@link DomoException} if the service or the network
 * fails. Scope: {@code buzz}.
 */
public final class Buzz {
    static {
        FacadeFactory.register(Buzz.class, Buzz::new);
    }

    private final BuzzApi api;
    private final CallExecutor calls;

    Buzz(ClientContext client) {
        this.api = client.api().buzz();
        this.calls = client.calls();
    }

    /**
     * Lists the integrations that are active in a channel to which the client's user has access (domo-rust-sdk), in one
     * request.
     *
     * @return all integrations, with the values of their headers
     */
    public List<BuzzIntegration> list() {
        return calls.get(api.listBuzzIntegrations(), ResponseCheck.hasId(BuzzIntegrationList::integrations))
                .integrations();
    }

    /**
     * Returns an integration.
     *
     * @param id the integration's id, a UUID
     * @return the integration, with the values of its headers
     * @throws NotFoundException if there is no integration with that id
     */
    public BuzzIntegration get(String id) {
        return calls.get(api.getBuzzIntegration(Args.notBlank("id", id)), ResponseCheck.hasId(BuzzIntegration::id, id));
    }

    /**
     * Returns an integration if it exists.
     *
     * @param id the integration's id, a UUID
     * @return the integration with the values of its headers, empty if there is no integration with that id
     */
    public Optional<BuzzIntegration> find(String id) {
        return calls.find(
                api.getBuzzIntegration(Args.notBlank("id", id)), ResponseCheck.hasId(BuzzIntegration::id, id));
    }

    /**
     * Creates an integration, owned by the client's user. It receives events after {@link #createSubscription}. Not
     * retried after a lost response, since that could create two.
     *
     * @param request the name, the scope, and the headers that Buzz sends with each event. The ids of channels are
     *     required with the scope {@code CHANNEL_LIST} and not allowed with another one (Domo docs, Buzz API)
     * @return the created integration
     * @throws IllegalArgumentException if the ids of channels do not match the scope, or a header has no name or value,
     *     or one that HTTP does not allow
     */
    public BuzzIntegration create(CreateBuzzIntegrationRequest request) {
        BuzzRules.check(Args.notNull("request", request));
        return calls.get(api.createBuzzIntegration(request), ResponseCheck.hasId(BuzzIntegration::id));
    }

    /**
     * Deletes an integration.
     *
     * @param id the integration's id, a UUID
     * @return whether it was deleted; false if there was no integration with that id
     */
    public boolean delete(String id) {
        return calls.delete(api.deleteBuzzIntegration(Args.notBlank("id", id)));
    }

    /**
     * Lists the subscriptions of an integration, in one request.
     *
     * @param integrationId the integration's id, a UUID
     * @return all subscriptions
     * @throws NotFoundException if there is no integration with that id
     */
    public List<BuzzSubscription> subscriptions(String integrationId) {
        return calls.get(
                        api.listBuzzSubscriptions(Args.notBlank("integrationId", integrationId)),
                        ResponseCheck.hasId(BuzzSubscriptionList::subscriptions))
                .subscriptions();
    }

    /**
     * Subscribes an integration to a type of event. Buzz sends each event as a POST request with the headers of the
     * integration. Not retried after a lost response, since that could create two subscriptions.
     *
     * @param integrationId the integration's id, a UUID
     * @param request the type of the event and an https URL. The slash command is required with the type
     *     {@code SLASH_COMMAND} and not allowed with another one (Domo docs, Buzz API)
     * @return the created subscription
     * @throws NotFoundException if there is no integration with that id
     * @throws IllegalArgumentException if the URL is not an https URL, or the slash command does not match the type
     */
    public BuzzSubscription createSubscription(String integrationId, CreateBuzzSubscriptionRequest request) {
        Args.notBlank("integrationId", integrationId);
        BuzzRules.check(Args.notNull("request", request));
        return calls.get(api.createBuzzSubscription(integrationId, request), ResponseCheck.hasId(BuzzSubscription::id));
    }

    /**
     * Deletes a subscription; the integration no longer receives its events.
     *
     * @param integrationId the integration's id, a UUID
     * @param subscriptionId the subscription's id
     * @return whether it was deleted; false if there was no such integration or subscription
     */
    public boolean deleteSubscription(String integrationId, String subscriptionId) {
        return calls.delete(api.deleteBuzzSubscription(
                Args.notBlank("integrationId", integrationId), Args.notBlank("subscriptionId", subscriptionId)));
    }
}
