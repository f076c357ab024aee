package io.github.domojvm.contract;

import io.github.domojvm.DomoClient;

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
        Object run(DomoClient domo) throws Exception;
    }

    @FunctionalInterface
    interface SilentCode {
        void run(DomoClient domo) throws Exception;
    }

    static ClientCall reading(String operationId, String how, Code code) {
        return new ClientCall(operationId, how, true, null, code);
    }

    static ClientCall silent(String operationId, String how, SilentCode code) {
        return new ClientCall(operationId, how, false, null, domo -> {
            code.run(domo);
            return null;
        });
    }

    /** A call to which an unknown id is an answer. */
    static ClientCall tolerant(String operationId, String how, boolean readsAnswer, Object whenGone, Code code) {
        return new ClientCall(operationId, how, readsAnswer, whenGone, code);
    }

    Object run(DomoClient domo) throws Exception {
        return code.run(domo);
    }

    @Override
    public String toString() {
        return operationId + " by " + how;
    }
}
