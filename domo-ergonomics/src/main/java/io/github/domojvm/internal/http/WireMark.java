package io.github.domojvm.internal.http;

/**
 * Travels with a request as a tag and remembers whether a connection took it: before that, the service cannot know of
 * it.
 */
public final class WireMark {
    private volatile boolean reached;

    void reach() {
        reached = true;
    }

    /**
     * Returns whether a connection took the request.
     *
     * @return false when the service cannot know of it
     */
    public boolean reached() {
        return reached;
    }
}
