package io.github.domojvm.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.DomoSandboxBuilder;
import io.github.domojvm.sandbox.Quirk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;

/** The simulated service and a sandbox with the same rules, Stream and time. */
final class ComparedServices implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Scheduler scheduler = new Scheduler(new SplittableRandom(1));
    private final ServiceRules rules;
    private final DomoSandbox sandbox;
    private SimulatedDomo simulated;
    private String streamId;
    private String dataSetId;
    private String simulatedToken = "";
    private String sandboxToken = "";

    ComparedServices(ServiceRules rules) {
        this.rules = rules;
        DomoSandboxBuilder builder = DomoSandbox.builder()
                .clock(clock())
                .commitDelay(rules.processingDelay())
                .commitInterval(rules.commitInterval())
                .tokenLifetime(rules.tokenLifetime());
        if (rules.secondCommitDuplicatesRows()) {
            builder.quirk(Quirk.SECOND_COMMIT_DUPLICATES_ROWS);
        }
        if (rules.earlyCommitStatus() == 409) {
            builder.quirk(Quirk.EARLY_COMMIT_RETURNS_409);
        }
        if (rules.earlyCommitStatus() == 429) {
            builder.quirk(Quirk.EARLY_COMMIT_RETURNS_429);
        }
        this.sandbox = builder.start();
    }

    /** Begins with a new Stream. */
    void begin(String updateMethod) {
        simulated = new SimulatedDomo(
                scheduler, rules, new SimulatedStream(scheduler, rules, updateMethod, List.of("id", "value")));
        renewTokens();
        JsonNode stream = json(send(
                        "POST",
                        "/v1/streams",
                        "{\"updateMethod\":\"" + updateMethod + "\",\"dataSet\":{\"name\":\"Sales\",\"schema\":"
                                + schema(List.of("id", "value")) + "}"
                                + (updateMethod.equals("UPSERT") ? ",\"keyColumnNames\":[\"id\"]" : "") + "}")
                .body());
        streamId = stream.path("id").asText();
        dataSetId = stream.path("dataSet").path("id").asText();
    }

    SimulatedDomo simulated() {
        return simulated;
    }

    /** Returns the relevant content of the response of the simulated service to a call of the Stream. */
    String simulated(String method, String path, String body) {
        pass(Duration.ZERO);
        ServiceResponse response = simulated.handle(
                Caller.OTHER,
                ServiceRequest.of(method, "/v1/streams/" + SimulatedStream.ID + path, simulatedToken, body));
        return relevant(response.status(), response.body());
    }

    /** Returns the relevant content of the response of the sandbox to a call of the Stream. */
    String sandbox(String method, String path, String body) {
        HttpResponse<String> response = send(method, "/v1/streams/" + streamId + path, body);
        return relevant(response.statusCode(), response.body());
    }

    String simulatedDataSet() {
        pass(Duration.ZERO);
        ServiceResponse response = simulated.handle(
                Caller.OTHER, ServiceRequest.of("GET", "/v1/datasets/" + SimulatedStream.DATA_SET, simulatedToken, ""));
        return dataSet(response.status(), response.body());
    }

    String sandboxDataSet() {
        HttpResponse<String> response = send("GET", "/v1/datasets/" + dataSetId, "");
        return dataSet(response.statusCode(), response.body());
    }

    void pass(Duration time) {
        scheduler.run(time, () -> false);
    }

    void columns(List<String> columns) {
        simulated.stream().columns(columns);
        send("PUT", "/v1/datasets/" + dataSetId, "{\"schema\":" + schema(columns) + "}");
    }

    void expireTokens() {
        simulated.expireTokens();
        sandbox.expireTokens();
    }

    void renewTokens() {
        ServiceResponse response = simulated.handle(Caller.OTHER, ServiceRequest.of("POST", "/oauth/token", "", ""));
        simulatedToken = json(response.body()).path("access_token").asText();
        sandboxToken = json(send("POST", "/oauth/token", "grant_type=client_credentials")
                        .body())
                .path("access_token")
                .asText();
    }

    private static String relevant(int status, String body) {
        JsonNode json = json(body);
        StringBuilder text = new StringBuilder().append(status);
        if (status >= 300) {
            return text.toString();
        }
        if (json.isArray()) {
            json.forEach(execution -> text.append(execution(execution)));
        } else if (json.has("currentState")) {
            text.append(execution(json));
        } else {
            text.append(' ').append(json.path("updateMethod")).append(execution(json.path("lastExecution")));
        }
        return text.toString();
    }

    private static String execution(JsonNode json) {
        return " execution " + json.path("id") + json.path("currentState") + json.path("updateMethod")
                + json.path("rows") + json.has("endedAt");
    }

    private static String dataSet(int status, String body) {
        JsonNode json = json(body);
        return status + " " + json.path("rows")
                + json.path("schema").path("columns").findValuesAsText("name");
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body.isEmpty() ? "{}" : body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String schema(List<String> columns) {
        return "{\"columns\":["
                + String.join(
                        ",",
                        columns.stream()
                                .map(name -> "{\"type\":\"STRING\",\"name\":\"" + name + "\"}")
                                .toList())
                + "]}";
    }

    private HttpResponse<String> send(String method, String path, String body) {
        boolean token = path.equals("/oauth/token");
        String basic = Base64.getEncoder()
                .encodeToString((sandbox.clientId() + ":" + sandbox.clientSecret()).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                .header("Authorization", token ? "Basic " + basic : "Bearer " + sandboxToken)
                .header(
                        "Content-Type",
                        token
                                ? "application/x-www-form-urlencoded"
                                : path.contains("/part/") ? "text/csv" : "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return scheduler.now();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
