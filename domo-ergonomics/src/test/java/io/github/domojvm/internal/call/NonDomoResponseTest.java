package io.github.domojvm.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.domojvm.error.BadRequestException;
import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.error.ServerException;
import io.github.domojvm.rest.DomoRest;
import io.github.domojvm.rest.model.Column;
import io.github.domojvm.rest.model.ColumnType;
import io.github.domojvm.rest.model.CreateDataSetRequest;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rest.model.Execution;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.retry.RetryPolicy;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

/** Responses that are not in the format of the service, such as HTML pages of proxies. */
class NonDomoResponseTest extends CallFixture {
    @Test
    void rejectsAnHtmlPageWithASuccessStatus() {
        for (int i = 0; i < 6; i++) {
            server.enqueue(htmlPage());
        }

        assertThatThrownBy(() -> calls.run(part()))
                .isInstanceOf(DomoDataException.class)
                .hasMessageContaining("Please log in")
                .hasMessageContaining("https://api.domo.com");
        assertThat(server.getRequestCount()).isEqualTo(2);
        assertThatThrownBy(() -> calls.run(rest.dataSets().deleteDataSet("d1"))).isInstanceOf(DomoDataException.class);
        assertThatThrownBy(() -> calls.stream(rest.dataSets().exportData("d1", true, null), body -> 1))
                .isInstanceOf(DomoDataException.class);
    }

    @Test
    void detectsAnHtmlPageByContentTypeInAnyCaseOrByItsBody() {
        for (String type : new String[] {"TEXT/HTML; charset=utf-8", "application/json"}) {
            for (int i = 0; i < 2; i++) {
                server.enqueue(new MockResponse.Builder()
                        .addHeader("Content-Type", type)
                        .body("\uFEFF <HTML>Please log in</HTML>")
                        .build());
            }

            assertThatThrownBy(() -> calls.run(part()))
                    .as(type)
                    .isInstanceOf(DomoDataException.class)
                    .hasMessageContaining("Please log in");
        }
    }

    @Test
    void rejectsAPartResponseThatIsNotJson() {
        enqueue(200, "thanks");
        enqueue(200, "thanks");

        assertThatThrownBy(() -> calls.run(part()))
                .isInstanceOf(DomoDataException.class)
                .hasMessageContaining("PUT /v1/streams/1/executions/2/part/3")
                .hasMessageContaining("thanks");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void retriesAPartWhenTheFirstResponseIsNotJson() {
        enqueue(200, "thanks");
        enqueue(200, "{\"id\":2}");

        assertThat(calls.run(part())).isNotNull();
    }

    @Test
    void retriesOnceWhenTheCheckRejectsTheResponse() {
        enqueue(200, "{\"portal\":\"secret-of-the-portal\"}");
        enqueue(200, "{\"portal\":\"secret-of-the-portal\"}");

        assertThatThrownBy(() -> calls.send(part(), ResponseCheck.hasId(Execution::id, 2)))
                .isInstanceOf(DomoDataException.class)
                .hasMessageContaining("PUT /v1/streams/1/executions/2/part/3 returned status 200 (2 attempts)")
                .hasMessageContaining("not from Domo")
                .hasMessageContaining("https://api.domo.com")
                .hasMessageNotContaining("portal");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void doesNotRetryANonIdempotentCallWhenTheCheckRejectsTheResponse() {
        enqueue(200, "{\"portal\":1}");

        assertThatThrownBy(() -> calls.get(post(), ResponseCheck.hasId(Execution::id)))
                .isInstanceOf(DomoDataException.class)
                .hasMessageContaining("not from Domo");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void checkAcceptsAnEmptyResponseAndTheRequestedObject() {
        enqueue(200, "");
        enqueue(200, "{\"id\":2,\"new\":true}");
        ResponseCheck<Execution> check = ResponseCheck.hasId(Execution::id, 2);

        assertThatCode(() -> calls.send(part(), check)).doesNotThrowAnyException();
        assertThatCode(() -> calls.send(part(), check)).doesNotThrowAnyException();
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void findFailsWhenAnotherObjectIsReturned() {
        enqueue(200, "{\"id\":\"d2\"}");
        enqueue(200, "{\"id\":\"d2\"}");

        assertThatThrownBy(() -> calls.find(get(), ResponseCheck.hasId(DataSet::id, "D1")))
                .isInstanceOf(DomoDataException.class)
                .hasMessageContaining("not from Domo");
    }

    @Test
    void malformedJsonIsQuotedInTheMessage() {
        enqueue(200, "[1, 2");
        enqueue(200, "[1, 2");

        assertThatThrownBy(() -> calls.get(get()))
                .isInstanceOf(DomoDataException.class)
                .hasMessageContaining("\"[1, 2\"");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void emptyResponseIsAcceptedOnlyWhereNoContentIsRequired() {
        enqueue(200, "");
        enqueue(200, "");

        assertThat(calls.run(get())).isNull();
        assertThatThrownBy(() -> calls.get(get()))
                .isInstanceOf(DomoDataException.class)
                .hasMessageContaining("GET /v1/datasets/d1");
    }

    @Test
    void stripsMarkupFromAMaintenancePageAndTruncatesIt() {
        enqueue(
                503,
                "<html><style>body{color:red}</style><body><h1>Maintenance</h1>" + "x".repeat(5000) + "</body></html>");

        assertThatThrownBy(() -> executor(RetryPolicy.none()).get(get()))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("Maintenance xxx")
                .hasMessageContaining("HTML page")
                .hasMessageNotContaining("color")
                .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(600));
    }

    @Test
    void truncatesALongErrorMessage() {
        enqueue(400, "x".repeat(5 << 20));

        assertThatThrownBy(() -> calls.get(get()))
                .isInstanceOf(BadRequestException.class)
                .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(500));
    }

    @Test
    void rejectsARequestThatCannotBeSerialized() {
        CreateDataSetRequest request = CreateDataSetRequest.builder()
                .name("x")
                .schema(Schema.builder()
                        .columns(List.of(Column.builder()
                                .name("a")
                                .type(ColumnType.UNKNOWN)
                                .build()))
                        .build())
                .build();

        assertThatThrownBy(() -> calls.get(rest.dataSets().createDataSet(request)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UNKNOWN");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void failureToStoreABodyIsNotRetried() {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/csv")
                .body("1\n")
                .build());

        assertThatThrownBy(() -> calls.stream(rest.dataSets().exportData("d1", true, null), body -> {
                    throw new LocalIoException("disk full", new IOException("no space"));
                }))
                .isInstanceOf(DomoIoException.class)
                .hasMessage("disk full");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void doesNotRetryAfterAnUntrustedCertificate() throws IOException {
        HandshakeCertificates untrusted = new HandshakeCertificates.Builder()
                .heldCertificate(new HeldCertificate.Builder()
                        .addSubjectAlternativeName("localhost")
                        .build())
                .build();
        try (MockWebServer secure = new MockWebServer()) {
            secure.useHttps(untrusted.sslSocketFactory());
            secure.start();
            DomoRest tls = rest(URI.create("https://localhost:" + secure.getPort()));

            DomoIoException e = catchThrowableOfType(
                    DomoIoException.class, () -> calls.get(tls.dataSets().getDataSet("d1")));

            assertThat(e.requestNotSent()).isTrue();
            assertThat(e).hasMessageContaining("trust store").hasMessageNotContaining("attempts");
        }
    }
}
