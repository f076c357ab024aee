package io.github.domojvm.internal.call;

import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.error.FailureReason;
import io.github.domojvm.internal.http.LimitExceededException;
import io.github.domojvm.internal.http.WireMark;
import io.github.domojvm.rest.UnreadableResponseException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import okhttp3.Request;

/** Creates the exceptions for calls without a usable response. */
final class TransportErrors {
    static final String PROXY_CREDENTIALS =
            "The proxy requires a valid user and password. Set them with the proxy of the client.";

    private static final String CHECK_URL = "Check the URL (https://api.domo.com for every customer) and any proxy.";

    private TransportErrors() {}

    /** Creates the failure of a request without a complete response. */
    static Failure connection(Request request, boolean reachedWire, IOException cause, CallHistory history) {
        if (cause instanceof LimitExceededException exceeded) {
            return exceeded(request, reachedWire, exceeded, history);
        }
        String certificate = CertificateAdvice.of(cause, request.url().host());
        boolean lasting = !certificate.isEmpty() || isRefusedByProxy(cause);
        String message = describe(request) + " got no response: " + reason(cause)
                + (history.attempts() > 1 ? ", " + history.attempts() + " attempts" : "") + ". "
                + history.warning(request, reachedWire)
                + (certificate.isEmpty() ? nextStep(request, cause) : certificate);
        return new Failure(
                new DomoIoException(message, history.notSent(!reachedWire), cause),
                lasting ? Failure.Kind.FINAL : reachedWire ? Failure.Kind.UNCERTAIN : Failure.Kind.NOT_PROCESSED);
    }

    private static Failure exceeded(
            Request request, boolean reachedWire, LimitExceededException cause, CallHistory history) {
        String problem = describe(request) + " failed: " + cause.problem()
                + (history.attempts() > 1 ? ", " + history.attempts() + " attempts" : "") + ". "
                + history.warning(request, reachedWire);
        boolean notSent = history.notSent(!reachedWire);
        if (cause.isTooLarge()) {
            return new Failure(
                    new DomoDataException(
                            FailureReason.RESPONSE_TOO_LARGE, problem.stripTrailing(), cause.advice(), notSent, cause),
                    Failure.Kind.FINAL);
        }
        return new Failure(
                new DomoIoException(problem + cause.advice(), notSent, cause),
                reachedWire ? Failure.Kind.UNCERTAIN : Failure.Kind.NOT_PROCESSED);
    }

    /** Creates the failure for a complete response with a success status that is not valid JSON for the operation. */
    static Failure unreadable(Request request, UnreadableResponseException cause, CallHistory history) {
        boolean markup = Markup.isMarkup(cause.contentType(), cause.excerpt());
        if (request.url().encodedPath().endsWith("/oauth/token") && !markup) {
            // Neither the excerpt nor the cause is included, since both may contain the token.
            return new Failure(
                    new DomoDataException(
                            describe(request)
                                    + " returned a response that is not the documented JSON. Check that the URL is"
                                    + " that of Domo's API.",
                            history.notSent(false),
                            null),
                    Failure.Kind.FINAL);
        }
        return markup
                ? htmlPage(request, cause.excerpt(), cause, history)
                : nonDomo(
                        request,
                        " returned an unreadable response" + history.times() + ". " + cause.getMessage()
                                + ". It begins with \"" + Excerpt.of(cause.excerpt()) + "\". ",
                        "Check that the URL is that of Domo's API.",
                        cause,
                        history);
    }

    /** Creates the failure for JSON with a success status that does not describe the requested object. */
    static Failure rejected(
            Request request, int status, ResponseCheck.RejectedResponseException cause, CallHistory history) {
        return nonDomo(
                request,
                " returned status " + status + history.times()
                        + ", but the response is not from Domo: it does not describe the requested object. ",
                CHECK_URL,
                cause,
                history);
    }

    /** Creates the failure for an HTML page with a success status: the login page of a proxy or of a Domo instance. */
    static Failure htmlPage(Request request, String text, Throwable cause, CallHistory history) {
        return nonDomo(
                request,
                " returned an HTML page (\"" + Excerpt.of(text) + "\")" + history.times()
                        + ", which is not a response of Domo's API. ",
                CHECK_URL,
                cause,
                history);
    }

    /** Such a response is retried once if the call allows it, since a proxy may send it while it starts. */
    private static Failure nonDomo(
            Request request, String what, String nextStep, Throwable cause, CallHistory history) {
        String message = describe(request) + what + history.warning(request, true) + nextStep;
        DomoDataException error = new DomoDataException(message, history.notSent(false), cause);
        return new Failure(error, Failure.Kind.NON_DOMO);
    }

    static String describe(Request request) {
        return request.method() + " " + request.url().encodedPath();
    }

    /** OkHttp has no exception class for this case. */
    private static boolean isRefusedByProxy(IOException cause) {
        return "Failed to authenticate with proxy".equals(cause.getMessage());
    }

    private static String reason(IOException cause) {
        String text = cause.getMessage();
        return Excerpt.of(text == null ? cause.getClass().getSimpleName() : text);
    }

    private static String nextStep(Request request, IOException cause) {
        String host = request.url().host();
        if (isRefusedByProxy(cause)) {
            return PROXY_CREDENTIALS;
        }
        if (cause instanceof UnknownHostException) {
            return "The host " + host + " cannot be resolved. Check the URL and the DNS.";
        }
        if (cause instanceof ConnectException) {
            WireMark mark = request.tag(WireMark.class);
            return mark != null && mark.onlyProxiesFailed()
                    ? "Nothing listens at the proxy for " + host + ". Check the proxy of the client or of this JVM."
                    : "Nothing listens at " + (host.contains(":") ? "[" + host + "]" : host) + ":"
                            + request.url().port() + ". Check the URL, the network and any proxy.";
        }
        if (cause instanceof InterruptedIOException) {
            return "Check the network, or set longer timeouts for the client.";
        }
        return cause instanceof SSLException
                ? "TLS failed. Check for a proxy or firewall between this machine and " + host + "."
                : "Check the network.";
    }
}
