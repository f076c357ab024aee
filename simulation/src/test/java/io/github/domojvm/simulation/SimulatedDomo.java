package io.github.domojvm.simulation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Domo in memory and in virtual time: tokens, one Stream with its executions, and its DataSet. */
final class SimulatedDomo {
    private static final int LARGEST_PAGE = 500;
    private static final Pattern METHOD = Pattern.compile("\"updateMethod\"\\s*:\\s*\"(\\w+)\"");

    private final Scheduler scheduler;
    private final ServiceRules rules;
    private final SimulatedStream stream;
    private final Map<String, Instant> tokens = new HashMap<>();

    SimulatedDomo(Scheduler scheduler, ServiceRules rules, SimulatedStream stream) {
        this.scheduler = scheduler;
        this.rules = rules;
        this.stream = stream;
    }

    SimulatedStream stream() {
        return stream;
    }

    /** Ends the lifetime of all tokens. */
    void expireTokens() {
        tokens.replaceAll((token, expiry) -> expiry.isAfter(scheduler.now()) ? scheduler.now() : expiry);
    }

    /** Processes a request. */
    ServiceResponse handle(Caller caller, ServiceRequest request) {
        return perform(caller, request).with("Date", HttpDates.format(scheduler.now()));
    }

    private ServiceResponse perform(Caller caller, ServiceRequest request) {
        List<String> path = request.segments();
        if (path.equals(List.of("oauth", "token"))) {
            String token = "token" + (tokens.size() + 1);
            tokens.put(token, scheduler.now().plus(rules.tokenLifetime()));
            return ServiceResponse.json(
                    200,
                    "{\"access_token\":\"" + token + "\",\"token_type\":\"bearer\",\"expires_in\":"
                            + rules.tokenLifetime().toSeconds() + "}");
        }
        Instant expiry = tokens.get(request.token());
        if (expiry == null) {
            return ServiceResponse.json(403, "{\"status\":403,\"toe\":\"SIMULATION-00000-00000\"}");
        }
        if (!scheduler.now().isBefore(expiry)) {
            return ServiceResponse.empty(401)
                    .with("WWW-Authenticate", "Bearer error=\"invalid_token\", error_description=\"Jwt expired\"");
        }
        if (path.size() == 3 && path.get(1).equals("datasets")) {
            return path.get(2).equals(SimulatedStream.DATA_SET)
                    ? ServiceResponse.json(200, stream.dataSetJson(caller))
                    : notFound("DataSet", path.get(2));
        }
        if (!path.get(2).equals(Long.toString(SimulatedStream.ID))) {
            return notFound("Stream", path.get(2));
        }
        return switch (path.size()) {
            case 3 -> ServiceResponse.json(200, stream.json());
            case 4 -> request.method().equals("POST") ? create(caller, request) : list(caller, request);
            default -> execution(caller, request, path);
        };
    }

    private ServiceResponse create(Caller caller, ServiceRequest request) {
        Matcher method = METHOD.matcher(request.text());
        String requested = method.find() ? method.group(1) : null;
        if ("UPSERT".equals(requested) && !stream.hasKey()) {
            return ServiceResponse.error(400, "UPSERT requires keyColumnNames");
        }
        SimulatedExecution created = stream.create(caller, requested);
        return ServiceResponse.json(200, created.fullJson());
    }

    private ServiceResponse list(Caller caller, ServiceRequest request) {
        int offset = request.number("offset", 0);
        int limit = Math.min(request.number("limit", 50), LARGEST_PAGE);
        List<SimulatedExecution> page =
                stream.executions().stream().skip(offset).limit(limit).toList();
        stream.ledger().listed(caller, page);
        return ServiceResponse.json(
                200, page.stream().map(SimulatedExecution::json).collect(Collectors.joining(",", "[", "]")));
    }

    private ServiceResponse execution(Caller caller, ServiceRequest request, List<String> path) {
        if (path.get(4).equals("abort")) {
            stream.active().ifPresent(stream::abort);
            return ServiceResponse.empty(204);
        }
        SimulatedExecution execution =
                stream.execution(Long.parseLong(path.get(4))).orElse(null);
        if (execution == null) {
            return notFound("Execution", path.get(4));
        }
        if (path.size() == 5) {
            return ServiceResponse.json(200, execution.fullJson());
        }
        return switch (path.get(5)) {
            case "commit" -> stream.commit(caller, execution);
            case "abort" -> stream.abort(execution);
            default -> stream.part(caller, execution, Long.parseLong(path.get(6)), request.lines());
        };
    }

    private static ServiceResponse notFound(String what, String id) {
        return ServiceResponse.error(404, what + " " + id + " not found");
    }
}
