package io.github.domojvm.internal.auth;

import io.github.domojvm.error.AuthenticationException;
import io.github.domojvm.error.BadRequestException;
import io.github.domojvm.error.DomoApiException;
import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.error.PermissionException;
import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.internal.call.Observation;
import io.github.domojvm.internal.call.RunningCall;
import io.github.domojvm.internal.call.Timing;
import io.github.domojvm.internal.call.TokenRenewal;
import io.github.domojvm.rest.api.AuthenticationApi;
import io.github.domojvm.rest.model.AccessToken;
import io.github.domojvm.rest.model.GrantType;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds the access token of a client. The token is fetched when it is first needed and renewed before it expires, by
 * one thread at a time. Lifetimes are measured on the monotonic clock, from the arrival of the response.
 */
public final class AccessTokens implements TokenRenewal, Supplier<String> {
    /** Within this time before expiry, the next caller renews the token; if that fails, the token is still used. */
    private static final Duration SOON = Duration.ofMinutes(5);
    /** Within this time before expiry, the token is no longer used, since it may expire before a request arrives. */
    private static final Duration NOW = Duration.ofSeconds(30);
    /** The time without further early renewals after one has failed. */
    private static final Duration RENEWAL_PAUSE = Duration.ofSeconds(30);
    /** The lifetime if the service does not specify one; Domo's is an hour. */
    private static final Duration UNKNOWN_LIFETIME = Duration.ofMinutes(10);

    /** A year. A longer lifetime is an error of the service and could overflow a nanosecond clock. */
    private static final long LONGEST_SECONDS = 365L * 24 * 3600;

    private final AuthenticationApi api;
    private final CallExecutor calls;
    private final BasicCredentials credentials;
    private final @Nullable String scopes;
    private final Timing timing;
    private final Observation observation;
    private final Turn renewing;
    private volatile @Nullable Held held;
    private volatile @Nullable FailedRequest lastFailure;
    /** The earliest time of the next early renewal. */
    private volatile long notBefore;

    /**
     * Creates the holder. Sends nothing.
     *
     * @param api the token operation, authorized by the client credentials
     * @param calls runs the operation
     * @param credentials authorizes the operation
     * @param scopes the scopes to request, separated by spaces; null requests all scopes of the client
     * @param timing the clock
     * @param observation is notified of each token
     */
    public AccessTokens(
            AuthenticationApi api,
            CallExecutor calls,
            BasicCredentials credentials,
            @Nullable String scopes,
            Timing timing,
            Observation observation) {
        this.api = api;
        this.calls = calls;
        this.credentials = credentials;
        this.observation = observation;
        this.scopes = scopes;
        this.timing = timing;
        this.renewing = new Turn(timing);
        this.notBefore = timing.nanos();
    }

    /**
     * Returns the header {@code Authorization} of a token that has not expired according to the local clock. Fetches a
     * token if necessary.
     *
     * @return the header's value
     * @throws DomoException if no token could be fetched
     */
    @Override
    public String get() {
        Held token = held;
        if (token == null || token.endsWithin(NOW, 10, timing.nanos())) {
            return fetchUnless(token);
        }
        long now = timing.nanos();
        if (token.endsWithin(SOON, 4, now) && now - notBefore >= 0 && renewing.tryBegin()) {
            try {
                if (token.equals(held)) {
                    held = fetch();
                }
            } catch (DomoException e) {
                if (!RunningCall.mayHaveFailedAlone()) {
                    notBefore = timing.nanos() + RENEWAL_PAUSE.toNanos();
                }
                return token.authorization();
            } finally {
                renewing.end();
            }
        }
        Held present = held;
        return present == null ? token.authorization() : present.authorization();
    }

    @Override
    public boolean renew(String rejected) {
        Held token = held;
        if (token != null && token.authorization().equals(rejected)) {
            fetchUnless(token);
        }
        return true;
    }

    /** Returns an estimate of the number of threads that wait for the request of another thread. */
    int waiting() {
        return renewing.waiting();
    }

    /** Fetches a token, unless another thread has replaced the given one in the meantime or has just failed to. */
    private String fetchUnless(@Nullable Held replaced) {
        long started = timing.nanos();
        waitForTurn();
        try {
            Held present = held;
            if (present != null && !present.equals(replaced)) {
                return present.authorization();
            }
            FailedRequest last = lastFailure;
            if (last != null && last.at() - started >= 0) {
                throw last.error();
            }
            Held fetched = fetch();
            held = fetched;
            return fetched.authorization();
        } catch (DomoException e) {
            // Otherwise the next thread sends its own request.
            if (!RunningCall.mayHaveFailedAlone() || e instanceof DomoApiException) {
                lastFailure = new FailedRequest(e, timing.nanos());
            }
            throw e;
        } finally {
            renewing.end();
        }
    }

    private void waitForTurn() {
        try {
            if (!renewing.begin(RunningCall.left(), RunningCall.ending())) {
                String why =
                        RunningCall.ending().isCancelled() ? "The call was cancelled" : "The total timeout expired";
                throw new DomoIoException(why + " while waiting for an access token. Nothing was sent.", true, null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DomoIoException("Interrupted while waiting for an access token. Nothing was sent.", true, e);
        }
    }

    /** Requests a token. If the credentials are rejected and the provider has new ones, retries once with these. */
    private AccessToken requestWithRotation() {
        String used = credentials.renew();
        try {
            return request();
        } catch (DomoApiException e) {
            if (e.status() != 401 || credentials.renew().equals(used)) {
                throw e;
            }
            return request();
        }
    }

    private AccessToken request() {
        Duration left = RunningCall.left();
        CallExecutor bounded =
                left == null ? calls : calls.with(calls.settings().within(left));
        return bounded.with(RunningCall.ending()).get(api.createAccessToken(GrantType.CLIENT_CREDENTIALS, scopes));
    }

    private Held fetch() {
        AccessToken token;
        try {
            token = requestWithRotation();
        } catch (DomoApiException e) {
            if (isRefusal(e)) {
                throw new AuthenticationException(
                        e.failure(),
                        "Domo did not issue an access token. Check the client id and the client secret"
                                + (scopes == null
                                        ? "."
                                        : ", and that the client has the requested scopes (" + scopes + ")."));
            }
            if (e.status() == 404) {
                throw new DomoApiException(
                        e.failure(),
                        "No token service was found at the URL. Check the URL (https://api.domo.com for every customer,"
                                + " without a path).");
            }
            throw e;
        }
        String value = token.accessToken();
        if (value == null || value.isBlank()) {
            throw new DomoDataException(
                    "POST /oauth/token succeeded, but the response has no access token. Check that the URL is that of"
                            + " Domo's API.",
                    true,
                    null);
        }
        Long seconds = token.expiresIn();
        Duration lifetime = seconds == null || seconds <= 0
                ? UNKNOWN_LIFETIME
                : Duration.ofSeconds(Math.min(seconds, LONGEST_SECONDS));
        observation.tokenFetched();
        return new Held("Bearer " + value, timing.nanos(), lifetime);
    }

    /**
     * An HTML page with such a status is a plain {@link DomoApiException}, since it does not concern the credentials.
     */
    private static boolean isRefusal(DomoApiException e) {
        return e instanceof AuthenticationException
                || e instanceof PermissionException
                || (e instanceof BadRequestException && e.status() == 400);
    }

    /** A token in use. Its text form does not contain the secret. */
    private record Held(String authorization, long since, Duration lifetime) {
        /** The margin is limited to a share of the lifetime, so that short-lived tokens, as in tests, are usable. */
        boolean endsWithin(Duration margin, int shareOfLife, long now) {
            Duration share = lifetime.dividedBy(shareOfLife);
            Duration effective = share.compareTo(margin) < 0 ? share : margin;
            return now - since >= lifetime.minus(effective).toNanos();
        }

        @Override
        public String toString() {
            return "Held{(secret), lifetime=" + lifetime + "}";
        }
    }

    private record FailedRequest(DomoException error, long at) {}
}
