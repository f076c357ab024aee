package io.github.domojvm.internal.call;

import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.rest.UnreadableResponseException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import okhttp3.Request;

/** Turns a call without a usable answer into the exception that tells of it. */
final class TransportErrors {
    static final String PROXY_WANTS_USER =
            "The proxy takes no one without the right user and password: set them with the proxy of the client.";

    private static final String CHECK_URL =
            "Check the URL (https://api.domo.com for every customer) and any proxy in between.";

    private TransportErrors() {}

    /** No whole answer arrived. */
    static Failure connection(Request request, boolean reachedWire, IOException cause, CallHistory history) {
        String certificate = CertificateAdvice.of(cause, request.url().host());
        boolean lasting = !certificate.isEmpty() || isRefusedByProxy(cause);
        String message = describe(request) + " got no answer: " + reason(cause)
                + (history.attempts() > 1 ? ", " + history.attempts() + " attempts" : "") + ". "
                + history.warning(request, reachedWire)
                + (certificate.isEmpty() ? nextStep(request, cause) : certificate);
        return new Failure(
                new DomoIoException(message, history.notSent(!reachedWire), cause),
                lasting ? Failure.Kind.FINAL : reachedWire ? Failure.Kind.UNCERTAIN : Failure.Kind.NOT_PROCESSED);
    }

    /** A whole answer of success arrived that is not what was promised. */
    static Failure answer(Request request, UnreadableResponseException cause, CallHistory history) {
        boolean markup = Excerpt.isMarkup(cause.contentType(), cause.excerpt());
        if (request.url().encodedPath().endsWith("/oauth/token") && !markup) {
            // What it begins with may be the token itself; the cause would carry it too.
            return new Failure(
                    new DomoDataException(
                            describe(request)
                                    + " was answered with something else than the promised JSON. Check that the URL is"
                                    + " that of Domo's API.",
                            history.notSent(false),
                            null),
                    Failure.Kind.FINAL);
        }
        return markup
                ? page(request, cause.excerpt(), cause, history)
                : nonDomo(
                        request,
                        " was answered with something else than the promised JSON" + history.times() + ": "
                                + cause.getMessage() + ". It begins with \"" + Excerpt.of(cause.excerpt()) + "\". ",
                        "Check that the URL is that of Domo's API.",
                        cause,
                        history);
    }

    /** JSON arrived with a success status, and does not describe what was requested. */
    static Failure rejected(
            Request request, int status, ResponseCheck.RejectedResponseException cause, CallHistory history) {
        return nonDomo(
                request,
                " returned status " + status + history.times()
                        + ", and the response is not Domo's: it does not describe the requested object. ",
                CHECK_URL,
                cause,
                history);
    }

    /** A web page came with a status of success: a proxy's login, or the instance's own host instead of the API's. */
    static Failure page(Request request, String text, Throwable cause, CallHistory history) {
        return nonDomo(
                request,
                " was answered by a web page (\"" + Excerpt.of(text) + "\")" + history.times()
                        + ", which is not Domo's API. ",
                CHECK_URL,
                cause,
                history);
    }

    /** Retried once where the call may be retried: a proxy that is starting may respond so for a moment. */
    private static Failure nonDomo(
            Request request, String what, String nextStep, Throwable cause, CallHistory history) {
        String message = describe(request) + what + history.warning(request, true) + nextStep;
        DomoDataException error = new DomoDataException(message, history.notSent(false), cause);
        return new Failure(error, Failure.Kind.NON_DOMO);
    }

    static String describe(Request request) {
        return request.method() + " " + request.url().encodedPath();
    }

    /** OkHttp has no type for it. */
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
            return PROXY_WANTS_USER;
        }
        if (cause instanceof UnknownHostException) {
            return "The host " + host + " cannot be found: check the URL and the name service.";
        }
        if (cause instanceof ConnectException) {
            String tried = String.valueOf(cause.getMessage());
            // OkHttp names the machine that it tried to reach, which is the proxy where there is one.
            return tried.startsWith("Failed to connect to ") && !tried.contains(host)
                    ? "Nothing listens at the proxy on the way to " + host
                            + ": check the proxy of the client or of this JVM."
                    : "Nothing listens at " + host + ":" + request.url().port()
                            + ": check the URL, the network and any proxy.";
        }
        if (cause instanceof InterruptedIOException) {
            return "Check the network, or give the client longer timeouts.";
        }
        return cause instanceof SSLException
                ? "TLS failed: check what stands between here and " + host + "."
                : "Check the network.";
    }
}
