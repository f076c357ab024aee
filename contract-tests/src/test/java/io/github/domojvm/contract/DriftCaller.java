package io.github.domojvm.contract;

import io.github.domojvm.DomoClient;
import io.github.domojvm.error.DomoApiException;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.rest.DomoRest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import retrofit2.Call;

/** Calls a service and continues after a failed call. */
final class DriftCaller {
    private final DomoClient domo;
    private final List<String> unreadable = new ArrayList<>();

    DriftCaller(DomoClient domo) {
        this.domo = domo;
    }

    DomoRest api() {
        return domo.rest().api();
    }

    /** Returns the response, or empty if it is an error, cannot be read or has no body. */
    <T> Optional<T> call(Call<T> call) {
        try {
            return Optional.ofNullable(domo.rest().execute(call));
        } catch (DomoApiException failure) {
            // The tap has recorded the response.
            return Optional.empty();
        } catch (DomoException failure) {
            unreadable.add(failure.getMessage());
            return Optional.empty();
        }
    }

    /** Returns the first element of a list, or empty. */
    <T> Optional<T> first(Call<List<T>> call) {
        return call(call).flatMap(list -> list.stream().findFirst());
    }

    /** Returns the messages of failures other than error responses. */
    List<String> unreadable() {
        return List.copyOf(unreadable);
    }
}
