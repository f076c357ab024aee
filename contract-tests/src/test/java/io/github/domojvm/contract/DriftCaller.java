package io.github.domojvm.contract;

import io.github.domojvm.DomoClient;
import io.github.domojvm.error.DomoApiException;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.rest.DomoRest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import retrofit2.Call;

/** Calls a service and goes on when a call fails, so that the rest is looked at too. */
final class DriftCaller {
    private final DomoClient domo;
    private final List<String> unreadable = new ArrayList<>();

    DriftCaller(DomoClient domo) {
        this.domo = domo;
    }

    DomoRest api() {
        return domo.rest().api();
    }

    /** The answer, or nothing when it was refused, could not be read or has no body. */
    <T> Optional<T> call(Call<T> call) {
        try {
            return Optional.ofNullable(domo.rest().execute(call));
        } catch (DomoApiException refused) {
            // What was answered is seen on the wire.
            return Optional.empty();
        } catch (DomoException unread) {
            unreadable.add(unread.getMessage());
            return Optional.empty();
        }
    }

    /** The first of a list, if there is one. */
    <T> Optional<T> first(Call<List<T>> call) {
        return call(call).flatMap(list -> list.stream().findFirst());
    }

    /** What went wrong beside answers that were refusals. */
    List<String> unreadable() {
        return List.copyOf(unreadable);
    }
}
