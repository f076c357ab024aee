package io.github.domojvm;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.internal.call.PagedCalls;
import io.github.domojvm.internal.http.RawBody;
import io.github.domojvm.paging.PagedIterable;
import io.github.domojvm.rest.DomoRest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * Executes calls of the generated interfaces with the authentication, retries and exceptions of the client.
 *
 * <pre>{@code
 * RestAccess rest = domo.rest();
 * DataSet dataSet = rest.execute(rest.api().dataSets().getDataSet(id));
 * }</pre>
 *
 * <p>Thread-safe. {@link #execute} and {@link #executeWithResponse} block until the call has ended.
 */
public final class RestAccess {
    private final DomoRest api;
    private final CallExecutor calls;

    RestAccess(DomoRest api, CallExecutor calls) {
        this.api = api;
        this.calls = calls;
    }

    /**
     * Returns the generated interfaces. Their calls carry the client's access token. A call that is executed directly,
     * not through {@link #execute}, is sent once and reports its result as Retrofit does.
     *
     * @return the interfaces
     */
    public DomoRest api() {
        return api;
    }

    /**
     * Executes a call and returns its content. Retries follow the operation's {@link io.github.domojvm.rest.api.Retry},
     * as for the facades. A call without that annotation is retried after transient failures if it is a GET or HEAD,
     * and otherwise only if the request cannot have been processed. A deletion that returns 404 after a lost response
     * has succeeded; without a lost response, 404 throws NotFoundException.
     *
     * @param <T> the type of the content
     * @param call the call, not sent yet
     * @return the content; null if the response is empty
     * @throws DomoException if the call fails
     */
    public <T> @Nullable T execute(Call<T> call) {
        return calls.run(Args.notNull("call", call));
    }

    /**
     * Executes a call and returns the complete response: status, headers, text of the body and content. Retries and
     * exceptions are those of {@link #execute}; the exceptions contain status and trace id.
     *
     * @param <T> the type of the content
     * @param call the call, not sent yet
     * @return the response
     * @throws DomoException if the call fails
     */
    public <T> ApiResponse<T> executeWithResponse(Call<T> call) {
        Args.notNull("call", call);
        RawBody raw = new RawBody();
        return raw.during(() -> calls.executeWithResponse(call, response -> {
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(response.headers().toMultimap());
            return new ApiResponse<>(
                    response.code(),
                    Collections.unmodifiableMap(headers),
                    raw.text(),
                    Optional.ofNullable(response.body()));
        }));
    }

    /**
     * Lists the items of a call that accepts a limit and an offset. Sends nothing before the first item is requested.
     *
     * @param <T> the type of the items
     * @param pageSize the number of items per request, normally the documented maximum
     * @param page creates the call of a page from limit and offset
     * @return the items
     * @throws IllegalArgumentException if the page size is below 1
     */
    public <T> PagedIterable<T> list(int pageSize, BiFunction<Integer, Integer, Call<List<T>>> page) {
        Args.notNull("page", page);
        return new PagedCalls<>(
                Args.positive("pageSize", pageSize), (limit, offset) -> calls.page(page.apply(limit, offset)));
    }

    /**
     * Lists the items of a call whose responses wrap their items, as those of Cards do. Sends nothing before the first
     * item is requested.
     *
     * @param <P> the type of the responses
     * @param <T> the type of the items
     * @param pageSize the number of items per request, normally the documented maximum
     * @param page creates the call of a page from limit and offset
     * @param items returns the items of a response, null for none
     * @return the items
     * @throws IllegalArgumentException if the page size is below 1
     */
    public <P, T> PagedIterable<T> list(
            int pageSize,
            BiFunction<Integer, Integer, Call<P>> page,
            Function<? super P, ? extends @Nullable List<T>> items) {
        Args.notNull("page", page);
        Args.notNull("items", items);
        return new PagedCalls<>(Args.positive("pageSize", pageSize), (limit, offset) -> {
            P response = calls.run(page.apply(limit, offset));
            return response == null ? List.of() : Objects.requireNonNullElse(items.apply(response), List.of());
        });
    }
}
