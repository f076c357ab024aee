package io.github.domojvm.internal.call;

import java.io.IOException;
import okhttp3.ResponseBody;
import retrofit2.Response;

/**
 * Reads a response of success whose body is streamed.
 *
 * @param <R> what it makes of it
 */
@FunctionalInterface
public interface BodyReader<R> {
    /**
     * Reads the response.
     *
     * @param response the response; its body is null when the status promises none
     * @return what was made of it
     * @throws IOException when reading fails, which counts as a broken connection, or storing, see
     *     {@link LocalIoException}, or when the content is not what was promised, see {@link UnusableBodyException}
     */
    R read(Response<ResponseBody> response) throws IOException;
}
