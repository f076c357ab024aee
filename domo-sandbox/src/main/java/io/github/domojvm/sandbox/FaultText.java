package io.github.domojvm.sandbox;

import io.github.domojvm.sandbox.internal.proxy.Disruption;
import java.util.Locale;

/** Descriptions of faults for the messages of failed assertions. */
final class FaultText {
    private FaultText() {}

    static String requests(Fault.On on) {
        boolean random = on.probability < 1;
        return on.method + " " + on.path + " from request " + on.nth + ", "
                + (on.times == Integer.MAX_VALUE ? "always" : on.times + " time(s)")
                + (random ? " with probability " + on.probability + " and seed " + on.seed : "");
    }

    static String effect(Fault fault) {
        FaultAction action = fault.action();
        if (action == FaultAction.DISRUPT) {
            return disruption(fault.disruption());
        }
        return action + (action.responds() ? " " + fault.response() : "");
    }

    private static String disruption(Disruption planned) {
        String what = planned.kind().name().toLowerCase(Locale.ROOT);
        String how = switch (planned.kind()) {
            case CLOSE, RESET, STALL -> what;
            case DELAY -> what + " of " + planned.time();
            case DRIP -> what + " of " + planned.bytes() + " byte(s) per " + planned.time();
        };
        return how + " after " + planned.afterBytes() + " byte(s) of the "
                + planned.where().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
