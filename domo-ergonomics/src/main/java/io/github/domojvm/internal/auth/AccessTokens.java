package io.github.domojvm.internal.auth;

import io.github.domojvm.error.AuthenticationException;
import io.github.domojvm.error.BadRequestException;
import io.github.domojvm.error.DomoApiException;
import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.error.PermissionException;
import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.internal.call.Deadline;
import io.github.domojvm.internal.call.Observation;
import io.github.domojvm.internal.call.Timing;
import io.github.domojvm.internal.call.TokenRenewal;
import io.github.domojvm.rest.api.AuthenticationApi;
import io.github.domojvm.rest.model.AccessToken;
import io.github.domojvm.rest.model.GrantType;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds the one access token of a client: fetched at first need, renewed before it expires, and by one thread at a
 * time, however many ask. Lifetimes are counted on the monotonic clock from the moment the answer arrived.
 */
public final class AccessTokens implements TokenRenewal, Supplier<String> {
    /** Within this time of the end, a thread that happens by renews; if that fails, the token still serves. */
    private static final Duration SOON = Duration.ofMinutes(5);
    /** Within this time of the end, nobody uses it any more: a call may take a moment to arrive. */
    private static final Duration NOW = Duration.ofSeconds(30);
    /** How long to leave the service alone after an early renewal failed. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Assumed when the service names no lifetime; Domo's is an hour. */
    private static final Duration UNKNOWN_LIFETIME = Duration.ofMinutes(10);

    /** A year: more is a mistake of the service, and would not fit a nanosecond clock. */
    private static final long LONGEST_SECONDS = 365L * 24 * 3600;

    private final AuthenticationApi api;
    private final CallExecutor calls;
    private final BasicCredentials credentials;
    private final @Nullable String scopes;
    private final Timing timing;
    private final Observation observation;
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile @Nullable Held held;
    private volatile @Nullable Refused refused;
    /** No early renewal before this moment, after one that failed. */
    private volatile long notBefore;

    /**
     * Makes one; sends nothing.
     *
     * @param api the token operation, authorized by the client credentials
     * @param calls runs it
     * @param credentials authorizes it
     * @param scopes the scopes to ask for, separated by blanks; null asks for all that the client has
     * @param timing the clock
     * @param observation is told of each token
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
        this.notBefore = timing.nanos();
    }

    /**
     * Gives the header {@code Authorization} of a token that is valid by our clock; fetches one when there is none.
     *
     * @return the header's value
     * @throws DomoException when there is no token to be had
     */
    @Override
    public String get() {
        Held token = held;
        if (token == null || token.endsWithin(NOW, 10, timing.nanos())) {
            return fetchUnless(token);
        }
        long now = timing.nanos();
        if (token.endsWithin(SOON, 4, now) && now - notBefore >= 0 && renewing.tryLock()) {
            try {
                if (token.equals(held)) {
                    held = fetch();
                }
            } catch (DomoException e) {
                notBefore = timing.nanos() + PATIENCE.toNanos();
                return token.authorization();
            } finally {
                renewing.unlock();
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

    /** How many threads wait for another one's request, about. */
    int waiting() {
        return renewing.getQueueLength();
    }

    /** Fetches a token, unless another thread replaced the given one in the meantime, or was just refused. */
    private String fetchUnless(@Nullable Held replaced) {
        long asked = timing.nanos();
        waitForTurn();
        try {
            Held present = held;
            if (present != null && !present.equals(replaced)) {
                return present.authorization();
            }
            Refused last = refused;
            if (last != null && last.at() - asked >= 0) {
                throw last.error();
            }
            Held fetched = fetch();
            held = fetched;
            return fetched.authorization();
        } catch (DomoException e) {
            // This thread's interrupt or want of time is no refusal: the next one that waits asks for itself.
            boolean own = Thread.currentThread().isInterrupted() || Deadline.leftToThisThread() != null;
            if (!own || e instanceof DomoApiException) {
                refused = new Refused(e, timing.nanos());
            }
            throw e;
        } finally {
            renewing.unlock();
        }
    }

    private void waitForTurn() {
        Duration left = Deadline.leftToThisThread();
        try {
            if (left == null) {
                renewing.lockInterruptibly();
            } else if (!renewing.tryLock(left.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new DomoIoException(
                        "The total timeout was over while an access token was awaited; nothing was sent.", true, null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DomoIoException("Interrupted while waiting for an access token; nothing was sent.", true, e);
        }
    }

    /** Credentials that are refused may have been replaced in the meantime: then the new ones are tried, once. */
    private AccessToken ask() {
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
        Duration left = Deadline.leftToThisThread();
        CallExecutor bounded =
                left == null ? calls : calls.with(calls.settings().within(left));
        return bounded.get(api.createAccessToken(GrantType.CLIENT_CREDENTIALS, scopes));
    }

    private Held fetch() {
        AccessToken token;
        try {
            token = ask();
        } catch (DomoApiException e) {
            if (isRefusal(e)) {
                throw new AuthenticationException(
                        e.failure(),
                        "Domo gave no access token: check the client id, the client secret"
                                + (scopes == null
                                        ? "."
                                        : ", and that the client has the scopes asked for (" + scopes + ")."));
            }
            if (e.status() == 404) {
                throw new DomoApiException(
                        e.failure(),
                        "There is no token service at that URL: check it (https://api.domo.com for every customer, without a"
                                + " path).");
            }
            throw e;
        }
        String value = token.accessToken();
        if (value == null || value.isBlank()) {
            throw new DomoDataException(
                    "POST /oauth/token succeeded without an access token in its answer. Check that the URL is that of"
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

    /** An HTML page with such a status comes as a plain {@link DomoApiException}: the credentials are not to blame. */
    private static boolean isRefusal(DomoApiException e) {
        return e instanceof AuthenticationException
                || e instanceof PermissionException
                || (e instanceof BadRequestException && e.status() == 400);
    }

    /** A token in use. Not a secret's place to be printed. */
    private record Held(String authorization, long since, Duration lifetime) {
        /** Short lifetimes, as in tests, shrink the margin: a token must be usable for most of its life. */
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

    private record Refused(DomoException error, long at) {}
}
