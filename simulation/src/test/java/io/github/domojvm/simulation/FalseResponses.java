package io.github.domojvm.simulation;

import java.time.Instant;
import java.util.random.RandomGenerator;

/** The responses of faults that do not describe the state of the service. */
final class FalseResponses {
    private FalseResponses() {}

    static ServiceResponse of(Fault fault, RandomGenerator random, Instant now) {
        return switch (fault) {
            case BAD_REQUEST -> ServiceResponse.error(400, "Bad request");
            case UNAUTHORIZED -> ServiceResponse.empty(401).with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            case FORBIDDEN -> ServiceResponse.error(403, "Forbidden");
            case NOT_FOUND -> ServiceResponse.error(404, "Not found");
            case REQUEST_TIMEOUT -> ServiceResponse.error(408, "Request timeout");
            case CONFLICT -> ServiceResponse.error(409, "Conflict");
            case TOO_LARGE -> ServiceResponse.error(413, "Too large");
            case TOO_EARLY -> ServiceResponse.error(425, "Too early");
            case THROTTLED -> ServiceResponse.error(429, "Too many requests");
            case THROTTLED_WITH_WAIT -> waiting(ServiceResponse.error(429, "Too many requests"), random, now);
            case SERVER_ERROR -> ServiceResponse.error(500, "Internal server error");
            case BAD_GATEWAY -> ServiceResponse.html(502);
            case UNAVAILABLE -> waiting(ServiceResponse.error(503, "Unavailable"), random, now);
            case GATEWAY_TIMEOUT -> ServiceResponse.error(504, "Gateway timeout");
            case HTML_PAGE -> ServiceResponse.html(200);
            case HTML_ERROR -> ServiceResponse.html(random.nextBoolean() ? 403 : 404);
            case PORTAL_JSON -> ServiceResponse.json(200, "{\"portal\":\"https://login.example.com\"}");
            case REDIRECT -> ServiceResponse.empty(302).with("Location", "https://login.example.com/start");
            default -> throw new IllegalArgumentException(fault + " has no response of its own");
        };
    }

    private static ServiceResponse waiting(ServiceResponse response, RandomGenerator random, Instant now) {
        int seconds = random.nextInt(10) == 0 ? 3600 : random.nextInt(30);
        return response.with("Date", HttpDates.format(now))
                .with(
                        "Retry-After",
                        random.nextBoolean() ? Integer.toString(seconds) : HttpDates.format(now.plusSeconds(seconds)));
    }
}
