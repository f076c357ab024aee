package io.github.domojvm.group;

import io.github.domojvm.error.DomoException;
import java.util.List;
import java.util.Map;

/**
 * What became of adding or removing many users.
 *
 * @param done the ids of the users for whom it worked
 * @param failed the error for each other user, by id
 */
public record MembershipReport(List<Long> done, Map<Long, DomoException> failed) {
    /**
     * Copies what it is given.
     *
     * @param done the ids of the users for whom it worked
     * @param failed the error for each other user, by id
     */
    public MembershipReport {
        done = List.copyOf(done);
        failed = Map.copyOf(failed);
    }

    /**
     * Tells whether it worked for every user.
     *
     * @return true when nothing failed
     */
    public boolean isComplete() {
        return failed.isEmpty();
    }
}
