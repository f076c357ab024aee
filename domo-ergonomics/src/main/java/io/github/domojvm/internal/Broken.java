package io.github.domojvm.internal;

import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.rest.UnreadableAnswerException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Request;

/** Turns a call without a usable answer into the exception that tells of it. */
final class Broken {
    static final String PROXY_WANTS_USER =
            "The proxy takes no one without the right user and password: set them with the proxy of the client.";

    private Broken() {}

    /** No whole answer arrived. */
    static Failure connection(Request request, boolean reachedWire, IOException cause, int attempts) {
        boolean untrusted = cause instanceof SSLHandshakeException || cause instanceof SSLPeerUnverifiedException;
        boolean lasting = untrusted || isRefusedByProxy(cause);
        String message = describe(request) + " got no answer: " + reason(cause)
                + (attempts > 1 ? ", " + attempts + " attempts" : "") + ". " + nextStep(request, cause, untrusted);
        return new Failure(
                new DomoIoException(message, !reachedWire, cause), !lasting, !reachedWire, false, null, false, false);
    }

    /** A whole answer of success arrived that is not what was promised. */
    static Failure answer(Request request, UnreadableAnswerException cause, int attempts) {
        boolean markup = Excerpt.isMarkup(cause.contentType(), cause.excerpt());
        if (request.url().encodedPath().endsWith("/oauth/token") && !markup) {
            // What it begins with may be the token itself; the cause would carry it too.
            return Failure.lasting(new DomoDataException(
                    describe(request)
                            + " was answered with something else than the promised JSON. Check that the URL is"
                            + " that of Domo's API.",
                    null));
        }
        return markup
                ? page(request, cause.excerpt(), cause, attempts)
                : nonDomo(
                        describe(request) + " was answered with something else than the promised JSON"
                                + times(attempts) + ": " + cause.getMessage() + ". It begins with \""
                                + Excerpt.of(cause.excerpt()) + "\". Check that the URL is that of Domo's API.",
                        cause);
    }

    /** JSON arrived with a success status, and does not describe what was requested. */
    static Failure rejected(Request request, int status, ResponseCheck.Rejected cause, int attempts) {
        return nonDomo(
                describe(request) + " returned status " + status + times(attempts)
                        + ", and the response is not Domo's: it does not describe the requested object. Check the URL"
                        + " (https://api.domo.com for every customer) and any proxy in between.",
                cause);
    }

    /** A web page came with a status of success: a proxy's login, or the instance's own host instead of the API's. */
    static Failure page(Request request, String text, Throwable cause, int attempts) {
        return nonDomo(
                describe(request) + " was answered by a web page (\"" + Excerpt.of(text) + "\")" + times(attempts)
                        + ", which is not Domo's API. Check the URL (https://api.domo.com for every customer) and any proxy in"
                        + " between.",
                cause);
    }

    /** Retried once where the call may be retried: a proxy that is starting may respond so for a moment. */
    private static Failure nonDomo(String message, Throwable cause) {
        return new Failure(new DomoDataException(message, cause), true, false, false, null, false, true);
    }

    private static String times(int attempts) {
        return attempts > 1 ? " " + attempts + " times" : "";
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

    private static String nextStep(Request request, IOException cause, boolean untrusted) {
        String host = request.url().host();
        if (untrusted) {
            return "The certificate of " + host
                    + " is not trusted here: if a company's proxy opens TLS, add its authority to the client with trust(file)"
                    + " of its builder, or to the trust store of this JVM.";
        }
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
