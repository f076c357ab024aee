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
 * The generated interfaces with the manners of the client.
 *
 * <pre>{@code
 * RestAccess rest = domo.rest();
 * DataSet dataSet = rest.execute(rest.api().dataSets().getDataSet(id));
 * }</pre>
 *
 * <p>Safe for use by several threads.
 */
public final class RestAccess {
    private final DomoRest api;
    private final CallExecutor calls;

    RestAccess(DomoRest api, CallExecutor calls) {
        this.api = api;
        this.calls = calls;
    }

    /**
     * Gives the generated interfaces. A call that they prepare carries the client's token; executed by itself it is
     * sent once and answered in Retrofit's terms.
     *
     * @return the interfaces
     */
    public DomoRest api() {
        return api;
    }

    /**
     * Sends a call and waits for its response. What is retried is declared by the operation's
     * {@link io.github.domojvm.rest.api.Retry}, as for the facades. A call of an interface without it is retried after
     * transient failures if it is a GET or HEAD, and otherwise only while the request cannot have been processed. A
     * deletion that returns 404 after a lost response has succeeded; without a lost response, 404 is a
     * NotFoundException.
     *
     * @param <T> the answer's content
     * @param call the call, not sent yet
     * @return the content, null when the answer was empty
     * @throws DomoException when it failed
     */
    public <T> @Nullable T execute(Call<T> call) {
        return calls.run(Args.notNull("call", call));
    }

    /**
     * Sends a call and gives its whole answer: status, headers, the body as it came and as it was read. Failed calls
     * throw as with {@link #execute}; their exceptions have status and trace id.
     *
     * @param <T> the answer's content
     * @param call the call, not sent yet
     * @return the answer
     * @throws DomoException when it failed
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
     * Lists by any call that takes a limit and an offset. Sends nothing before the first item is asked for.
     *
     * @param <T> the items
     * @param pageSize how many items to ask for at a time, the documented maximum unless there is a reason for less
     * @param page prepares the call of a page from limit and offset
     * @return the items
     * @throws IllegalArgumentException when the page size is below 1
     */
    public <T> PagedIterable<T> list(int pageSize, BiFunction<Integer, Integer, Call<List<T>>> page) {
        Args.notNull("page", page);
        return new PagedCalls<>(
                Args.positive("pageSize", pageSize), (limit, offset) -> calls.page(page.apply(limit, offset)));
    }

    /**
     * Lists by a call whose answers wrap their items, as that of Cards does. Sends nothing before the first item is
     * asked for.
     *
     * @param <P> the answers
     * @param <T> the items
     * @param pageSize how many items to ask for at a time, the documented maximum unless there is a reason for less
     * @param page prepares the call of a page from limit and offset
     * @param items takes the items out of an answer, null for none
     * @return the items
     * @throws IllegalArgumentException when the page size is below 1
     */
    public <P, T> PagedIterable<T> list(
            int pageSize,
            BiFunction<Integer, Integer, Call<P>> page,
            Function<? super P, ? extends @Nullable List<T>> items) {
        Args.notNull("page", page);
        Args.notNull("items", items);
        return new PagedCalls<>(Args.positive("pageSize", pageSize), (limit, offset) -> {
            P answer = calls.run(page.apply(limit, offset));
            return answer == null ? List.of() : Objects.requireNonNullElse(items.apply(answer), List.of());
        });
    }
}
