package io.github.domojvm.simulation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the id of an execution from JSON. */
final class ExecutionIds {
    private static final Pattern ID = Pattern.compile("\\{\"id\":(\\d+)");

    private static final Pattern STATE = Pattern.compile("^\\{\"id\":\\d+,.*\"currentState\":\"(\\w+)\"");

    private ExecutionIds() {}

    /** Returns the state of an execution; empty if the JSON does not describe one. */
    static Optional<String> state(String json) {
        Matcher matcher = STATE.matcher(json);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Returns the id of an execution; empty if the JSON does not describe one. */
    static Optional<Long> in(String json) {
        Matcher matcher = ID.matcher(json);
        return matcher.lookingAt() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
    }
}
