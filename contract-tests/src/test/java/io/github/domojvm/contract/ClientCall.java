package io.github.domojvm.contract;

import io.github.domojvm.DomoClient;
import io.github.domojvm.rest.DomoRest;
import retrofit2.Call;

/**
 * A call of an operation through the client.
 *
 * @param operationId the id of the operation in the description
 * @param how the method that the program calls
 * @param returnsResponse whether the call returns the content of the response
 * @param whenNotFound the result for status 404, null if the call throws an exception
 * @param code the call
 */
record ClientCall(String operationId, String how, boolean returnsResponse, Object whenNotFound, Code code) {
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

    /** Creates a call that executes a generated call whose response has a body. */
    static ClientCall rest(String operationId, Prepared call) {
        return reading(operationId, "RestAccess.execute", (domo, ids) -> execute(domo, call, ids));
    }

    /** Creates a call that executes a generated call whose response has no body. */
    static ClientCall restSilent(String operationId, Prepared call) {
        return new ClientCall(operationId, "RestAccess.execute", false, null, (domo, ids) -> execute(domo, call, ids));
    }

    /** Creates a call that does not throw an exception for an unknown id. */
    static ClientCall tolerant(
            String operationId, String how, boolean returnsResponse, Object whenNotFound, Code code) {
        return new ClientCall(operationId, how, returnsResponse, whenNotFound, code);
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
