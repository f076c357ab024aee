package io.github.domojvm.group;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.internal.Args;
import java.util.List;
import java.util.Map;

/**
 * What became of adding or removing many users.
 *
 * @param done the ids of the users for whom it worked
 * @param failed the error for each user for whom it did not work, by id
 * @param notTried the ids of the users who came after an error that would have met them all, such as a lost connection
 */
public record MembershipReport(List<Long> done, Map<Long, DomoException> failed, List<Long> notTried) {
    /**
     * Copies what it is given.
     *
     * @param done the ids of the users for whom it worked
     * @param failed the error for each user for whom it did not work, by id
     * @param notTried the ids of the users who were not tried
     */
    public MembershipReport {
        done = Args.listOf("done", done);
        failed = Map.copyOf(Args.notNull("failed", failed));
        notTried = Args.listOf("notTried", notTried);
    }

    /**
     * Tells whether it worked for every user.
     *
     * @return true when nothing failed and nobody was left out
     */
    public boolean isComplete() {
        return failed.isEmpty() && notTried.isEmpty();
    }
}
