package io.github.domojvm.sandbox.internal.data;

import org.jspecify.annotations.Nullable;

/** What policies and owners ask about people. */
public interface People {
    boolean hasUser(long id);

    /** Gives the name of a user, or null when there is none. */
    @Nullable
    String userName(long id);

    boolean hasGroup(long id);
}
