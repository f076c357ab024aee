package io.github.domojvm.contract.samples;

import io.github.domojvm.DomoClient;
import io.github.domojvm.RestAccess;
import io.github.domojvm.rest.model.BuzzEventType;
import io.github.domojvm.rest.model.BuzzIntegration;
import io.github.domojvm.rest.model.BuzzIntegrationList;
import io.github.domojvm.rest.model.BuzzIntegrationScope;
import io.github.domojvm.rest.model.BuzzSubscription;
import io.github.domojvm.rest.model.BuzzSubscriptionList;
import io.github.domojvm.rest.model.CreateBuzzIntegrationRequest;
import io.github.domojvm.rest.model.CreateBuzzSubscriptionRequest;
import java.util.List;

/** The samples of the Buzz operations in the API reference. Each method is named after its operation. */
@SuppressWarnings("unused")
final class BuzzSamples {
    void createBuzzIntegration(DomoClient domo) {
        BuzzIntegration integration = domo.buzz()
                .create(CreateBuzzIntegrationRequest.builder()
                        .name("Harbour bot")
                        .scope(BuzzIntegrationScope.PUBLIC_CHANNELS)
                        .build());
    }

    void createBuzzIntegration(RestAccess rest) {
        CreateBuzzIntegrationRequest request = CreateBuzzIntegrationRequest.builder()
                .name("Harbour bot")
                .scope(BuzzIntegrationScope.PUBLIC_CHANNELS)
                .build();
        BuzzIntegration integration = rest.execute(rest.api().buzz().createBuzzIntegration(request));
    }

    void listBuzzIntegrations(DomoClient domo) {
        List<BuzzIntegration> integrations = domo.buzz().list();
    }

    void listBuzzIntegrations(RestAccess rest) {
        BuzzIntegrationList list = rest.execute(rest.api().buzz().listBuzzIntegrations());
    }

    void getBuzzIntegration(DomoClient domo) {
        BuzzIntegration integration = domo.buzz().get("5c0f7e1a-2b3d-4e5f-8a9b-0c1d2e3f4a5b");
    }

    void getBuzzIntegration(RestAccess rest) {
        BuzzIntegration integration =
                rest.execute(rest.api().buzz().getBuzzIntegration("5c0f7e1a-2b3d-4e5f-8a9b-0c1d2e3f4a5b"));
    }

    void createBuzzSubscription(DomoClient domo) {
        CreateBuzzSubscriptionRequest request = CreateBuzzSubscriptionRequest.builder()
                .eventType(BuzzEventType.MESSAGE_POSTED)
                .url("https://bot.northwind.example/events")
                .build();
        BuzzSubscription subscription = domo.buzz().createSubscription("5c0f7e1a-2b3d-4e5f-8a9b-0c1d2e3f4a5b", request);
    }

    void createBuzzSubscription(RestAccess rest) {
        CreateBuzzSubscriptionRequest request = CreateBuzzSubscriptionRequest.builder()
                .eventType(BuzzEventType.MESSAGE_POSTED)
                .url("https://bot.northwind.example/events")
                .build();
        BuzzSubscription subscription =
                rest.execute(rest.api().buzz().createBuzzSubscription("5c0f7e1a-2b3d-4e5f-8a9b-0c1d2e3f4a5b", request));
    }

    void listBuzzSubscriptions(DomoClient domo) {
        List<BuzzSubscription> subscriptions = domo.buzz().subscriptions("5c0f7e1a-2b3d-4e5f-8a9b-0c1d2e3f4a5b");
    }

    void listBuzzSubscriptions(RestAccess rest) {
        BuzzSubscriptionList list =
                rest.execute(rest.api().buzz().listBuzzSubscriptions("5c0f7e1a-2b3d-4e5f-8a9b-0c1d2e3f4a5b"));
    }

    void deleteBuzzSubscription(DomoClient domo) {
        boolean deleted = domo.buzz()
                .deleteSubscription("5c0f7e1a-2b3d-4e5f-8a9b-0c1d2e3f4a5b", "9a8b7c6d-5e4f-4321-8765-43210fedcba9");
    }

    void deleteBuzzSubscription(RestAccess rest) {
        rest.execute(rest.api()
                .buzz()
                .deleteBuzzSubscription(
                        "5c0f7e1a-2b3d-4e5f-8a9b-0c1d2e3f4a5b", "9a8b7c6d-5e4f-4321-8765-43210fedcba9"));
    }

    void deleteBuzzIntegration(DomoClient domo) {
        boolean deleted = domo.buzz().delete("5c0f7e1a-2b3d-4e5f-8a9b-0c1d2e3f4a5b");
    }

    void deleteBuzzIntegration(RestAccess rest) {
        rest.execute(rest.api().buzz().deleteBuzzIntegration("5c0f7e1a-2b3d-4e5f-8a9b-0c1d2e3f4a5b"));
    }
}
