package io.github.domojvm.internal.call;

/** Replaces a token that the service has rejected. */
@FunctionalInterface
public interface TokenRenewal {
    /** The renewal for calls without a token. */
    TokenRenewal NONE = rejected -> false;

    /**
     * Ensures that the current token is not the rejected one.
     *
     * @param rejected the header {@code Authorization} that the service rejected
     * @return whether there is another token now; false if none is available
     */
    boolean renew(String rejected);
}
