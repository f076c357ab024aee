package io.github.domojvm.group;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.internal.Args;
import java.util.List;
import java.util.Map;

/**
 * The result of adding or removing several users.
 *
 * @param done the ids of the users who were added or removed
 * @param failed the exception for each user who failed, by id
 * @param notTried the ids of the users after a failure that concerns all users, such as a lost connection
 */
public record MembershipReport(List<Long> done, Map<Long, DomoException> failed, List<Long> notTried) {
    /**
     * Creates a report with copies of the collections.
     *
     * @param done the ids of the users who were added or removed
     * @param failed the exception for each user who failed, by id
     * @param notTried the ids of the users who were not attempted
     */
    public MembershipReport {
        done = Args.listOf("done", done);
        failed = Map.copyOf(Args.notNull("failed", failed));
        notTried = Args.listOf("notTried", notTried);
    }

    /**
     * Returns whether all users were added or removed.
     *
     * @return true if no user failed and every user was attempted
     */
    public boolean isComplete() {
        return failed.isEmpty() && notTried.isEmpty();
    }
}
