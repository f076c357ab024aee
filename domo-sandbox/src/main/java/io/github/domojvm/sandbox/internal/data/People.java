package io.github.domojvm.sandbox.internal.data;

import org.jspecify.annotations.Nullable;

/** Users and Groups, as policies and owners refer to them. */
public interface People {
    boolean hasUser(long id);

    /** Returns the name of a user, or null if the user does not exist. */
    @Nullable
    String userName(long id);

    boolean hasGroup(long id);
}
