package io.github.domojvm.contract;

import io.github.domojvm.DomoClient;
import io.github.domojvm.rest.DomoRest;
import retrofit2.Call;

/**
 * One way in which a program reaches an operation.
 *
 * @param operationId the operation, as the description names it
 * @param how what the program calls
 * @param readsAnswer whether the call gives back what the service answered
 * @param whenGone what it gives back for 404, null when that is an exception as everything else
 * @param code the call itself
 */
record ClientCall(String operationId, String how, boolean readsAnswer, Object whenGone, Code code) {
    @FunctionalInterface
    interface Code {
        Object run(DomoClient domo, Ids ids) throws Exception;
    }

    @FunctionalInterface
    interface SilentCode {
        void run(DomoClient domo, Ids ids) throws Exception;
    }

    @FunctionalInterface
    interface Prepared {
        Call<?> of(DomoRest api, Ids ids) throws Exception;
    }

    static ClientCall reading(String operationId, String how, Code code) {
        return new ClientCall(operationId, how, true, null, code);
    }

    static ClientCall silent(String operationId, String how, SilentCode code) {
        return new ClientCall(operationId, how, false, null, (domo, ids) -> {
            code.run(domo, ids);
            return null;
        });
    }

    /** A generated call that the client executes, and whose answer has a body. */
    static ClientCall rest(String operationId, Prepared call) {
        return reading(operationId, "RestAccess.execute", (domo, ids) -> execute(domo, call, ids));
    }

    /** A generated call that the client executes, and whose answer has none. */
    static ClientCall restSilent(String operationId, Prepared call) {
        return new ClientCall(operationId, "RestAccess.execute", false, null, (domo, ids) -> execute(domo, call, ids));
    }

    /** A call to which an unknown id is an answer. */
    static ClientCall tolerant(String operationId, String how, boolean readsAnswer, Object whenGone, Code code) {
        return new ClientCall(operationId, how, readsAnswer, whenGone, code);
    }

    Object run(DomoClient domo, Ids ids) throws Exception {
        return code.run(domo, ids);
    }

    private static Object execute(DomoClient domo, Prepared call, Ids ids) throws Exception {
        return domo.rest().execute(call.of(domo.rest().api(), ids));
    }

    @Override
    public String toString() {
        return operationId + " by " + how;
    }
}
