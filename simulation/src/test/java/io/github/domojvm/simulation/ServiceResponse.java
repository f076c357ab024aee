package io.github.domojvm.simulation;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A response of the simulated service or of something between it and the client. */
record ServiceResponse(int status, Map<String, String> headers, String body) {
    private static final Pattern STATE = Pattern.compile("^\\{.*\"currentState\":\"(\\w+)\"");

    static ServiceResponse json(int status, String body) {
        return new ServiceResponse(status, Map.of("Content-Type", "application/json;charset=UTF-8"), body);
    }

    static ServiceResponse empty(int status) {
        return new ServiceResponse(status, Map.of(), "");
    }

    /** Returns an error in Domo's format. */
    static ServiceResponse error(int status, String message) {
        return json(
                status,
                "{\"status\":" + status + ",\"statusReason\":\"\",\"message\":\"" + message
                        + "\",\"toe\":\"SIMULATION-00000-00000\"}");
    }

    static ServiceResponse html(int status) {
        return new ServiceResponse(
                status,
                Map.of("Content-Type", "text/html"),
                "<html><head><title>Sign in</title></head><body>Sign in to the network</body></html>");
    }

    ServiceResponse with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new ServiceResponse(status, more, body);
    }

    /** Returns the status with the state of an execution, or the beginning of the body. */
    @Override
    public String toString() {
        Matcher state = STATE.matcher(body);
        String shown = state.find() ? state.group(1) : body.substring(0, Math.min(body.length(), 100));
        return status + " " + shown;
    }

    boolean isSuccess() {
        return status / 100 == 2;
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
