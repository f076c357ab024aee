package io.github.domojvm.internal.call;

/** Replaces a token that the service no longer accepts. */
@FunctionalInterface
public interface TokenRenewal {
    /** For calls that carry no token. */
    TokenRenewal NONE = rejected -> false;

    /**
     * Makes sure that the token in use is another than the rejected one.
     *
     * @param rejected the header {@code Authorization} that the service did not accept
     * @return whether there is another token now; false when there is none to be had
     */
    boolean renew(String rejected);
}
