package io.github.domojvm.sandbox.internal.data;

/** What policies ask about people. */
public interface People {
    boolean hasUser(long id);

    boolean hasGroup(long id);
}
