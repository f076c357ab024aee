package io.github.domojvm.sandbox.internal.buzz;

import io.github.domojvm.sandbox.internal.ActivityLog;
import io.github.domojvm.sandbox.internal.SandboxState;
import io.github.domojvm.sandbox.internal.http.Router;

/** The Buzz API. The sandbox has no channels: it accepts any channel id and sends no events. */
public final class BuzzApi {
    private final IntegrationResource integrations;
    private final SubscriptionResource subscriptions;

    public BuzzApi(SandboxState state, ActivityLog activity) {
        integrations = new IntegrationResource(state, activity);
        subscriptions = new SubscriptionResource(state, integrations);
    }

    public void addTo(Router router) {
        integrations.addTo(router);
        subscriptions.addTo(router);
    }
}
