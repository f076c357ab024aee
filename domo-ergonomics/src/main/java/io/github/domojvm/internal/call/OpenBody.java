package io.github.domojvm.internal.call;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.ref.WeakReference;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/** A body that is read after its call has returned, by any thread. Until it is closed, its call can be cancelled. */
final class OpenBody extends ResponseBody {
    private final ResponseBody body;
    private final BufferedSource source;

    private OpenBody(ResponseBody body, Call<?> call, Cancellation cancellation, Timing timing) {
        this.body = body;
        this.source = Okio.buffer(new Guarded(body.source(), call, cancellation, timing));
    }

    static Response<ResponseBody> of(
            Call<?> call, Response<ResponseBody> response, Cancellation cancellation, Timing timing) {
        ResponseBody body = response.body();
        return body == null
                ? response
                : Response.success(new OpenBody(body, call, cancellation, timing), response.raw());
    }

    @Override
    public @Nullable MediaType contentType() {
        return body.contentType();
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public BufferedSource source() {
        return source;
    }

    private static final class Guarded extends ForwardingSource {
        private final Call<?> call;
        private final Cancellation cancellation;
        private final Timing timing;
        private final Cancellation.Registration registration;

        Guarded(BufferedSource source, Call<?> call, Cancellation cancellation, Timing timing) {
            super(source);
            this.call = call;
            this.cancellation = cancellation;
            this.timing = timing;
            // Weak, so that a body that is never closed can be collected and OkHttp can report it.
            WeakReference<Call<?>> weak = new WeakReference<>(call);
            this.registration = cancellation.whenAborted(() -> {
                Call<?> open = weak.get();
                if (open != null) {
                    open.cancel();
                }
            });
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            CallGuard guard = CallGuard.ofInterrupts(timing, call::cancel);
            try {
                return super.read(sink, byteCount);
            } catch (IOException e) {
                if (cancellation.isCancelled()) {
                    throw new IOException("it was cancelled" + cancellation.because(), e);
                }
                if (Thread.currentThread().isInterrupted()) {
                    InterruptedIOException interrupted = new InterruptedIOException("the thread was interrupted");
                    interrupted.initCause(e);
                    throw interrupted;
                }
                throw e;
            } finally {
                guard.end();
            }
        }

        @Override
        public void close() throws IOException {
            registration.close();
            super.close();
        }
    }
}
