package io.github.domojvm.matrix;

import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Request;

/** An action before chosen requests of the client are sent. */
final class Hook {
    private final Target target;
    private final int times;
    private final Runnable action;
    private final AtomicInteger count = new AtomicInteger();

    Hook(Target target, int times, Runnable action) {
        this.target = target;
        this.times = times;
        this.action = action;
    }

    void before(Request request) {
        if (target.matches(request) && count.getAndUpdate(n -> n < times ? n + 1 : n) < times) {
            action.run();
        }
    }

    int count() {
        return count.get();
    }
}
