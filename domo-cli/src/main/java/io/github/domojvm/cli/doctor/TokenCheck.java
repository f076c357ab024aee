package io.github.domojvm.cli.doctor;

import com.squareup.moshi.JsonDataException;
import io.github.domojvm.rest.DomoJson;
import io.github.domojvm.rest.model.AccessToken;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests a token in the same way as the client, and returns the response, which contains the scopes. */
final class TokenCheck {
    private static final String NAME = "Token";
    private static final String URL_ADVICE =
            "Check DOMO_API_URL: unset it, or set it to https://api.domo.com without a path. The host of an instance"
                    + " (INSTANCE.domo.com) responds with its login page. A proxy or maintenance may also be the cause.";

    private final Checkup checkup;
    private final Connection connection;

    TokenCheck(Checkup checkup, Connection connection) {
        this.checkup = checkup;
        this.connection = connection;
    }

    /** Requests a token, and returns it, or empty if there is none. */
    Optional<AccessToken> check(URI url, String id, String secret, String scopes) {
        HttpResponse<String> response;
        try {
            response = connection.send(request(url, id, secret, scopes));
        } catch (IOException e) {
            checkup.fail(
                    NAME,
                    "no response: " + e.getMessage(),
                    "Run the command again. If the problem persists, check for a proxy or firewall.");
            return Optional.empty();
        }
        boolean page = response.body().stripLeading().startsWith("<")
                || response.headers().firstValue("Content-Type").orElse("").contains("html");
        int status = response.statusCode();
        AccessToken token = status == 200 && !page ? read(response.body()) : null;
        if (token != null && token.accessToken() != null) {
            checkup.hide(token.accessToken());
            checkup.ok(NAME, accepted(token, id));
            return Optional.of(token);
        }
        String found = "POST /oauth/token returned status " + status;
        if (page) {
            checkup.fail(NAME, found + " with a web page instead of a token", URL_ADVICE);
        } else if (status == 400 && response.body().contains("invalid_scope")) {
            checkup.fail(
                    NAME,
                    found + ": the client does not have all scopes of DOMO_SCOPES (" + scopes + ")",
                    "Unset DOMO_SCOPES, or select these scopes for the client in Domo's developer portal.");
        } else if (status == 400 || status == 401 || status == 403) {
            checkup.fail(
                    NAME,
                    found + ": the client " + id + " was rejected with this secret",
                    "Check the client id and secret. Both must belong to the same client in Domo's developer portal; an access"
                            + " token of an instance does not work.");
        } else if (status == 429 || status >= 500) {
            checkup.fail(NAME, found, "The service is busy or in maintenance. Run the command again in a few minutes.");
        } else {
            checkup.fail(NAME, found, URL_ADVICE);
        }
        return Optional.empty();
    }

    private static HttpRequest request(URI url, String id, String secret, String scopes) {
        String requested = scopes.strip().replaceAll("[\\s,]+", " ");
        String form = "grant_type=client_credentials"
                + (requested.isEmpty() ? "" : "&scope=" + URLEncoder.encode(requested, StandardCharsets.UTF_8));
        String pair = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(url.toString().replaceFirst("/$", "") + "/oauth/token"))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Basic " + pair)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(form))
                .build();
    }

    private static String accepted(AccessToken token, String id) {
        StringBuilder text = new StringBuilder("client " + id + " accepted");
        if (token.customer() != null) {
            text.append(" by instance ").append(token.customer());
        }
        if (token.userId() != null) {
            text.append(", acting as user ").append(token.userId());
        }
        if (token.role() != null) {
            text.append(" (").append(token.role().toLowerCase(Locale.ROOT)).append(')');
        }
        return text.toString();
    }

    private static @Nullable AccessToken read(String body) {
        try {
            return DomoJson.moshi().adapter(AccessToken.class).fromJson(body);
        } catch (IOException | JsonDataException e) {
            return null;
        }
    }
}
