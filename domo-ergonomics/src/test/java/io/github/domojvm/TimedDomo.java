package io.github.domojvm;

import io.github.domojvm.internal.call.Timing;

/** Creates clients with another clock. */
public final class TimedDomo {
    private TimedDomo() {}

    /** Returns the client of a builder; its clock, waits and alarms are replaced. */
    public static DomoClient build(DomoClientBuilder builder, Timing timing) {
        return builder.timing(timing).build();
    }
}
