package io.github.domojvm.internal.call;

import java.io.IOException;
import okhttp3.ResponseBody;
import retrofit2.Response;

/**
 * Reads a response with a success status whose body is streamed.
 *
 * @param <R> the result
 */
@FunctionalInterface
public interface BodyReader<R> {
    /**
     * Reads the response.
     *
     * @param response the response; its body is null if the status has none
     * @return the result
     * @throws IOException if reading fails, which counts as a broken connection; if storing fails, see
     *     {@link LocalIoException}; or if the content is not the requested one, see {@link UnusableBodyException}
     */
    R read(Response<ResponseBody> response) throws IOException;
}
