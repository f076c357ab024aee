package io.github.domojvm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.domojvm.auth.ClientCredentials;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.observe.TestLog;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.schema.SchemaBuilder;
import io.github.domojvm.stream.Upload;
import io.github.domojvm.stream.UploadRequest;
import io.github.domojvm.stream.UploadResult;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads, exports and token renewals that fail in every way show no secret: log, exceptions, objects, journal. */
class SecretsInUploadTest {
    private static final String SECRET = "marker-secret";
    private static final String PAIR = Base64.getEncoder().encodeToString(("id:" + SECRET).getBytes(UTF_8));
    /** The start of every JSON Web Token, as the sandbox issues them. */
    private static final String TOKEN = "eyJ";

    private static final String ROWS = "marker-cell,1\n".repeat(30);
    private final List<String> shown = new ArrayList<>();

    @TempDir
    Path folder;

    private DomoSandbox sandbox;
    private DomoClient domo;
    private DomoStream stream;

    @Test
    void showsNoSecretWhenRequestsAreRetried() {
        List<String> log = TestLog.during(() -> run(() -> {
            sandbox.faults().add(Fault.on("POST", "/oauth/token").respond(503, echo()));
            for (String path : List.of("/v1/streams/**", "/v1/datasets/**")) {
                int request = 1;
                for (int status : new int[] {429, 500, 401}) {
                    sandbox.faults().add(Fault.on("*", path).nth(request).respond(status, echo()));
                    request += 2;
                }
                sandbox.faults().add(Fault.on("*", path).nth(request).performThenDropConnection());
            }
            sandbox.expireTokens();
            upload();
            export();
        }));

        assertThat(log)
                .anyMatch(line -> line.contains("/part/"))
                .anyMatch(line -> line.contains("/oauth/token -> 503"))
                .filteredOn(line -> line.contains("An access token was fetched"))
                .hasSizeGreaterThan(2);
        assertNoSecret(log);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 400, 401, 403, 404, 409, 413, 429, 500})
    void showsNoSecretWhenAKindOfRequestAlwaysFails(int status) {
        List<String> log = TestLog.during(() -> run(() -> {
            for (String path : List.of(
                    "/v1/streams/*/executions",
                    "/v1/streams/*/executions/*/part/*",
                    "/v1/streams/*/executions/*/commit",
                    "/v1/datasets/*/data",
                    "/oauth/token")) {
                sandbox.faults()
                        .add(Fault.on("*", path)
                                .always()
                                .respond(status, echo(), "Location", "http://localhost:1/?token=" + SECRET));
                sandbox.expireTokens();
                upload();
                export();
                sandbox.faults().clear();
            }
        }));

        assertThat(shown).anyMatch(text -> text.contains("UploadException"));
        assertNoSecret(log);
    }

    /** A service can quote what it received. */
    private static String echo() {
        return "{\"status\":400,\"message\":\"Authorization: Basic " + PAIR
                + ", bearer eyJhbGciOiJSUzI1NiJ9.eyJhIjoxfQ.c2ln\"}";
    }

    private void run(Runnable action) {
        FakeTiming timing = new FakeTiming();
        DomoClientBuilder builder =
                DomoClient.builder().credentials("id", SECRET).timing(timing);
        try (DomoSandbox started = DomoSandbox.builder()
                        .client("id", SECRET)
                        .clock(timing.clock())
                        .start();
                DomoClient client = builder.apiUrl(started.url().toString()).build()) {
            sandbox = started;
            domo = client;
            stream = client.streams()
                    .create(
                            "Tides",
                            SchemaBuilder.builder()
                                    .stringColumn("name")
                                    .longColumn("n")
                                    .build(),
                            UpdateMethod.REPLACE);
            show(builder, client, ClientCredentials.of("id", SECRET), client.streams(), client.dataSets());
            action.run();
            show(started.requests());
        }
    }

    private void upload() {
        Path journal = folder.resolve("journal-" + shown.size());
        UploadRequest request = UploadRequest.builder(stream.id(), CsvSource.fromText(ROWS), UpdateMethod.REPLACE)
                .partRows(10)
                .abortOpenExecution()
                .journal(journal)
                .build();
        Upload upload = domo.streams().upload(request);
        Throwable failure = catchThrowable(() -> {
            UploadResult result = upload.await();
            show(result, result.progress());
        });
        show(request, upload, upload.progress(), trace(failure), content(journal));
    }

    private void export() {
        Throwable failure = catchThrowable(
                () -> show(domo.dataSets().export(stream.dataSet().id(), OutputStream.nullOutputStream())));
        show(trace(failure));
    }

    private void show(Object... objects) {
        for (Object object : objects) {
            shown.add(String.valueOf(object));
        }
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        if (failure != null) {
            failure.printStackTrace(new PrintWriter(trace, true));
        }
        return trace.toString();
    }

    private static String content(Path journal) {
        try {
            return Files.exists(journal) ? Files.readString(journal, ISO_8859_1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertNoSecret(List<String> log) {
        assertThat(log).isNotEmpty().noneMatch(SecretsInUploadTest::hasSecret);
        assertThat(shown).isNotEmpty().noneMatch(SecretsInUploadTest::hasSecret);
        assertThat(log).noneMatch(line -> line.contains("marker-cell"));
    }

    private static boolean hasSecret(String text) {
        return text.contains(SECRET) || text.contains(PAIR) || text.contains(TOKEN);
    }
}
