package io.github.domojvm.upload;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one try to abort an execution that is given up.
 *
 * @param note what to add to the message, beginning with a blank; empty when there was nothing to abort
 * @param failure why it did not work, null when it did
 */
record Abort(String note, @Nullable DomoException failure) {
    private static final Logger LOG = LoggerFactory.getLogger(Abort.class);

    static Abort of(Service service, @Nullable Long executionId, boolean open) {
        if (executionId == null || !open) {
            return new Abort("", null);
        }
        try {
            service.abort(executionId);
            return new Abort(" Execution " + executionId + " was aborted.", null);
        } catch (NotFoundException e) {
            return new Abort(" Execution " + executionId + " is gone.", null);
        } catch (DomoException e) {
            LOG.warn("Execution {} is still open; {} ends it", executionId, service.abortCall(executionId), e);
            return new Abort(
                    " Execution " + executionId + " could not be aborted and may still be open: end it with "
                            + service.abortCall(executionId) + ".",
                    e);
        }
    }
}
