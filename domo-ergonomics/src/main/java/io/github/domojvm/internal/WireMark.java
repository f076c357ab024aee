package io.github.domojvm.internal;

/** Travels with a request as a tag and remembers whether a connection took it: before that, the service cannot know of it. */
final class WireMark {
    private volatile boolean reached;

    void reach() {
        reached = true;
    }

    boolean reached() {
        return reached;
    }
}
