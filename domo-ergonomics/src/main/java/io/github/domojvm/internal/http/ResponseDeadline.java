package io.github.domojvm.internal.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.AsyncTimeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cancels a call if the headers of its response do not arrive in time. It is the last application interceptor, so that
 * it measures connecting, sending and waiting, but not other interceptors or the body.
 */
final class ResponseDeadline implements Interceptor {
    private static final Logger LOG = LoggerFactory.getLogger(ResponseDeadline.class);

    private final HttpLimits limits;

    ResponseDeadline(HttpLimits limits) {
        this.limits = limits;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        RequestBody body = request.body();
        long length = body == null ? 0 : body.contentLength();
        long nanos = limits.responseNanos(length);
        if (nanos == 0) {
            return chain.proceed(request);
        }
        Expiry expiry = new Expiry(chain.call());
        expiry.timeout(nanos, TimeUnit.NANOSECONDS);
        expiry.enter();
        try {
            Response response = chain.proceed(request);
            if (!expiry.exit()) {
                return response;
            }
            response.close();
            throw LimitExceededException.noResponse(Duration.ofNanos(nanos), length, new IOException("Canceled"));
        } catch (LimitExceededException e) {
            throw e;
        } catch (IOException e) {
            throw expiry.exit() ? LimitExceededException.noResponse(Duration.ofNanos(nanos), length, e) : e;
        } finally {
            // No effect if it has been called already.
            expiry.exit();
        }
    }

    /** Runs on the thread that Okio shares among all timeouts. */
    private static final class Expiry extends AsyncTimeout {
        private final Call call;

        Expiry(Call call) {
            this.call = call;
        }

        /** An exception from a user's event listener would end the shared thread. */
        @Override
        protected void timedOut() {
            try {
                call.cancel();
            } catch (RuntimeException e) {
                LOG.warn("Cancelling a call failed", e);
            }
        }
    }
}
