package io.github.domojvm.buzz;

import io.github.domojvm.internal.Args;
import io.github.domojvm.rest.model.BuzzEventType;
import io.github.domojvm.rest.model.BuzzHeader;
import io.github.domojvm.rest.model.BuzzIntegrationScope;
import io.github.domojvm.rest.model.CreateBuzzIntegrationRequest;
import io.github.domojvm.rest.model.CreateBuzzSubscriptionRequest;
import java.util.List;
import java.util.Objects;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The conditions of Domo docs, Buzz API. No message contains a header value or a URL, since both may hold secrets. */
final class BuzzRules {
    private BuzzRules() {}

    static void check(CreateBuzzIntegrationRequest request) {
        Args.notBlank("request.name", request.name());
        requireExactlyWith(
                BuzzIntegrationScope.CHANNEL_LIST,
                "request.scope",
                Args.known("request.scope", request.scope()),
                "request.channelIds",
                orEmpty(request.channelIds()).isEmpty());
        for (BuzzHeader header : Args.listOf("request.headers", orEmpty(request.headers()))) {
            String name = Args.headerName("name of a header in request.headers", header.name());
            Args.headerValue("value of the header " + name + " in request.headers", header.value());
        }
    }

    static void check(CreateBuzzSubscriptionRequest request) {
        HttpUrl url = HttpUrl.parse(Args.notBlank("request.url", request.url()));
        if (url == null || !url.isHttps()) {
            throw new IllegalArgumentException("request.url must be an https URL");
        }
        requireExactlyWith(
                BuzzEventType.SLASH_COMMAND,
                "request.eventType",
                Args.known("request.eventType", request.eventType()),
                "request.slashCommand",
                Objects.requireNonNullElse(request.slashCommand(), "").isBlank());
    }

    private static <E extends Enum<E>> void requireExactlyWith(
            E constant, String selector, E selected, String member, boolean isEmpty) {
        if (selected == constant && isEmpty) {
            throw new IllegalArgumentException(member + " must not be empty if " + selector + " is " + constant);
        }
        if (selected != constant && !isEmpty) {
            throw new IllegalArgumentException(
                    member + " must be absent unless " + selector + " is " + constant + ": " + selected);
        }
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }
}
