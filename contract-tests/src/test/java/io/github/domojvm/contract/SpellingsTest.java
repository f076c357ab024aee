package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.domojvm.DomoClient;
import io.github.domojvm.rest.model.CreateExecutionRequest;
import io.github.domojvm.sandbox.DomoSandbox;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that the sandbox accepts the spellings of other Domo clients. */
class SpellingsTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private static DomoSandbox sandbox;
    private static DomoClient domo;
    private static String token;

    @BeforeAll
    static void start() throws Exception {
        sandbox = DomoSandbox.start();
        domo = DomoClient.builder()
                .credentials(sandbox.clientId(), sandbox.clientSecret())
                .apiUrl(sandbox.url().toString())
                .build();
        HttpResponse<String> response = send(
                "GET", "/oauth/token?grant_type=client_credentials", new byte[0], Map.of("Authorization", basic()));
        token = JSON.readTree(response.body()).get("access_token").asText();
    }

    @AfterAll
    static void stop() {
        domo.close();
        sandbox.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokens")
    void returnsATokenForEachSpelling(Spelling spelling) throws Exception {
        assertResponse(spelling, Map.of(), basic());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spellings")
    void acceptsEachSpellingOfARequest(Spelling spelling) throws Exception {
        // Some clients capitalize the scheme before the token.
        String scheme =
                spelling.sdk().equals("domo-java-sdk") || spelling.sdk().startsWith("domo-php") ? "Bearer " : "bearer ";
        assertResponse(spelling, names(SandboxWorld.create(domo)), scheme + token);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "domo-python-sdk, 0, text/csv, gzip",
        "rdomo, 1, text/csv, gzip",
        "domo-node-sdk, 1, application/gzip, ''",
        "domo-java-sdk, 1, text/csv, ''",
    })
    void acceptsEachSpellingOfACompressedPart(String sdk, int firstPart, String type, String encoding)
            throws Exception {
        Ids ids = SandboxWorld.create(domo);
        long execution = domo.rest()
                .execute(domo.rest()
                        .api()
                        .streams()
                        .createExecution(
                                ids.stream(), CreateExecutionRequest.builder().build()))
                .id();
        String path = "/v1/streams/" + ids.stream() + "/executions/" + execution;
        Map<String, String> headers = encoding.isEmpty()
                ? Map.of("Authorization", "bearer " + token, "Content-Type", type)
                : Map.of("Authorization", "bearer " + token, "Content-Type", type, "Content-Encoding", encoding);

        for (int part = firstPart; part < firstPart + 2; part++) {
            HttpResponse<String> response =
                    send("PUT", path + "/part/" + part, gzip("7,2025-03-04," + part + ".5\n"), headers);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        }
        send("PUT", path + "/commit", new byte[0], headers);

        assertThat(send("GET", path, new byte[0], headers).body()).contains("SUCCESS");
        assertThat(sandbox.rows(ids.dataSet()))
                .contains(
                        List.of("7", "2025-03-04", firstPart + ".5"), List.of("7", "2025-03-04", firstPart + 1 + ".5"));
    }

    static Stream<Spelling> tokens() {
        return Spellings.TOKENS.stream();
    }

    static Stream<Spelling> spellings() {
        return Spellings.ALL.stream();
    }

    private static void assertResponse(Spelling spelling, Map<String, String> names, String authorization)
            throws Exception {
        Map<String, String> headers = new LinkedHashMap<>(spelling.headers());
        headers.put("Authorization", authorization);
        byte[] body = resolve(spelling.body(), names).getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> response = send(spelling.method(), resolve(spelling.path(), names), body, headers);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(spelling.status());
        if (!spelling.expected().isEmpty()) {
            JsonNode json = JSON.readTree(response.body());
            spelling.expected()
                    .forEach((pointer, text) -> assertThat(json.at(pointer).asText())
                            .as("%s of %s", pointer, json)
                            .isEqualTo(resolve(text, names)));
        }
    }

    private static HttpResponse<String> send(String method, String path, byte[] body, Map<String, String> headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static Map<String, String> names(Ids ids) {
        Map<String, String> names = new LinkedHashMap<>();
        for (var component : Ids.class.getRecordComponents()) {
            try {
                names.put(
                        component.getName(), component.getAccessor().invoke(ids).toString());
            } catch (ReflectiveOperationException impossible) {
                throw new LinkageError("Record accessors must be callable.", impossible);
            }
        }
        names.put("email", "spelling" + ADDRESSES.incrementAndGet() + "@northwind.example");
        return names;
    }

    private static String resolve(String text, Map<String, String> names) {
        String resolved = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            resolved = resolved.replace("{" + name.getKey() + "}", name.getValue());
        }
        return resolved;
    }

    private static String basic() {
        String pair = sandbox.clientId() + ":" + sandbox.clientSecret();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(String text) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
