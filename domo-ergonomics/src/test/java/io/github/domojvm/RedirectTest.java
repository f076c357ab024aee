package io.github.domojvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.DomoSandboxBuilder;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.schema.SchemaBuilder;
import io.github.domojvm.stream.UploadRequest;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A response that redirects to another server fails the call, and that server receives nothing. */
@ParameterizedClass
@EnumSource
class RedirectTest {
    private static final int[] STATUSES = {301, 302, 303, 307, 308};
    private static final String ROWS = "marker-row,1\n";
    private static final String PASSWORD = "changeit";

    /** The schemes of the service and of the other server. */
    enum Schemes {
        HTTP_TO_HTTP,
        HTTP_TO_HTTPS,
        HTTPS_TO_HTTP,
        HTTPS_TO_HTTPS;

        boolean secureService() {
            return name().startsWith("HTTPS");
        }

        boolean secureTarget() {
            return name().endsWith("HTTPS");
        }
    }

    /** The request that is redirected, and a call that sends it. */
    enum Redirected {
        TOKEN("POST", "/oauth/token"),
        GET("GET", "/v1/datasets/*"),
        EXPORT("GET", "/v1/datasets/*/data"),
        IMPORT("PUT", "/v1/datasets/*/data"),
        CREATE("POST", "/v1/streams/*/executions"),
        PART("PUT", "/v1/streams/*/executions/*/part/*"),
        COMMIT("PUT", "/v1/streams/*/executions/*/commit");

        private final String method;
        private final String path;

        Redirected(String method, String path) {
            this.method = method;
            this.path = path;
        }

        void send(DomoClient domo, DomoStream stream) {
            String dataSet = stream.dataSet().id();
            switch (this) {
                case TOKEN, GET -> domo.dataSets().get(dataSet);
                case EXPORT -> domo.dataSets().export(dataSet, OutputStream.nullOutputStream());
                case IMPORT -> domo.dataSets().importCsv(dataSet, CsvSource.fromText(ROWS), UpdateMethod.REPLACE);
                case CREATE, PART, COMMIT ->
                    domo.streams()
                            .upload(UploadRequest.builder(stream.id(), CsvSource.fromText(ROWS), UpdateMethod.REPLACE)
                                    .abortOpenExecution()
                                    .build())
                            .await();
            }
        }
    }

    private final HeldCertificate certificate = new HeldCertificate.Builder()
            .addSubjectAlternativeName("localhost")
            .addSubjectAlternativeName("127.0.0.1")
            .build();
    private final HandshakeCertificates trust = new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .addTrustedCertificate(certificate.certificate())
            .build();

    @TempDir
    Path folder;

    @AutoClose
    private final MockWebServer other = new MockWebServer();

    private final Schemes schemes;

    RedirectTest(Schemes schemes) {
        this.schemes = schemes;
    }

    @ParameterizedTest
    @EnumSource
    void sendsNothingToAnotherServer(Redirected redirected) throws Exception {
        HttpUrl target = startOther();
        try (DomoSandbox sandbox = startService();
                DomoClient setup = client(sandbox, new OkHttpClient())) {
            DomoStream stream = setup.streams()
                    .create(
                            "Tides",
                            SchemaBuilder.builder()
                                    .stringColumn("name")
                                    .longColumn("n")
                                    .build(),
                            UpdateMethod.REPLACE);
            for (int status : STATUSES) {
                Fault fault = sandbox.faults()
                        .add(Fault.on(redirected.method, redirected.path)
                                .always()
                                .respond(status, "", "Location", target + "login?state=marker-state"));
                OkHttpClient following = new OkHttpClient.Builder()
                        .followRedirects(true)
                        .followSslRedirects(true)
                        .build();
                try (DomoClient domo = client(sandbox, following)) {
                    DomoException e = catchThrowableOfType(DomoException.class, () -> redirected.send(domo, stream));

                    assertThat(e)
                            .as("status %d", status)
                            .hasStackTraceContaining("redirects to " + target.scheme() + "://" + target.host())
                            .hasMessageNotContaining("marker-state");
                }
                assertThat(sandbox.faults().fired(fault))
                        .as("status %d", status)
                        .isPositive();
                sandbox.faults().clear();
            }
            assertThat(sandbox.rows(stream.dataSet().id())).isEmpty();
        }
        assertThat(other.getRequestCount()).isZero();
    }

    /** A redirect that is followed would reach the other server. */
    @Test
    void theOtherServerAcceptsRequests() throws Exception {
        HttpUrl target = startOther();
        OkHttpClient http = new OkHttpClient.Builder()
                .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                .build();
        Request request = new Request.Builder()
                .url(target)
                .put(RequestBody.create(new byte[0]))
                .build();

        try (Response response = http.newCall(request).execute()) {
            assertThat(response.code()).isEqualTo(200);
        }
        assertThat(other.getRequestCount()).isEqualTo(1);
    }

    private HttpUrl startOther() throws Exception {
        if (schemes.secureTarget()) {
            other.useHttps(trust.sslSocketFactory());
        }
        other.start();
        for (int i = 0; i < 100; i++) {
            other.enqueue(new MockResponse.Builder().code(200).build());
        }
        return other.url("/");
    }

    private DomoSandbox startService() throws Exception {
        DomoSandboxBuilder service = DomoSandbox.builder().client("id", "marker-secret");
        return schemes.secureService() ? service.tls(keyStore(), PASSWORD).start() : service.start();
    }

    private Path keyStore() throws Exception {
        Path file = folder.resolve("service.p12");
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry("service", certificate.keyPair().getPrivate(), PASSWORD.toCharArray(), new Certificate[] {
            certificate.certificate()
        });
        try (OutputStream out = Files.newOutputStream(file)) {
            keys.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    private DomoClient client(DomoSandbox sandbox, OkHttpClient http) {
        return DomoClient.builder()
                .credentials("id", "marker-secret")
                .apiUrl(sandbox.url().toString())
                .httpClient(http)
                .tls(trust.sslContext(), trust.trustManager())
                .timing(new FakeTiming())
                .build();
    }
}
