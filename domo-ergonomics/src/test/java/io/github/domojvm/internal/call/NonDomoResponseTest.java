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

/** ErrorResponses that are not what the service promises. */
class NonDomoResponseTest extends CallFixture {
    @Test
    void webPageWithSuccessIsNeverASuccess() {
        for (int i = 0; i < 6; i++) {
            server.enqueue(page());
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
    void webPageIsRecognizedInAnyCaseOfItsTypeAndAfterAByteOrderMark() {
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
    void partIsNotAcknowledgedByTextThatIsNotJson() {
        answer(200, "thanks");
        answer(200, "thanks");

        assertThatThrownBy(() -> calls.run(part()))
                .isInstanceOf(DomoDataException.class)
                .hasMessageContaining("PUT /v1/streams/1/executions/2/part/3")
                .hasMessageContaining("thanks");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void partIsRetriedWhenTheFirstResponseIsNotJson() {
        answer(200, "thanks");
        answer(200, "{\"id\":2}");

        assertThat(calls.run(part())).isNotNull();
    }

    @Test
    void responseThatTheCheckRejectsIsRetriedOnceAndThenAnError() {
        answer(200, "{\"portal\":\"secret-of-the-portal\"}");
        answer(200, "{\"portal\":\"secret-of-the-portal\"}");

        assertThatThrownBy(() -> calls.send(part(), ResponseCheck.hasId(Execution::id, 2)))
                .isInstanceOf(DomoDataException.class)
                .hasMessageContaining("PUT /v1/streams/1/executions/2/part/3 returned status 200 (2 attempts)")
                .hasMessageContaining("not from Domo")
                .hasMessageContaining("https://api.domo.com")
                .hasMessageNotContaining("portal");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void responseThatTheCheckRejectsIsNotRetriedWhenThatCouldDoItTwice() {
        answer(200, "{\"portal\":1}");

        assertThatThrownBy(() -> calls.get(post(), ResponseCheck.hasId(Execution::id)))
                .isInstanceOf(DomoDataException.class)
                .hasMessageContaining("not from Domo");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void checkedResponseMayBeEmptyOrTheAddressedObject() {
        answer(200, "");
        answer(200, "{\"id\":2,\"new\":true}");
        ResponseCheck<Execution> check = ResponseCheck.hasId(Execution::id, 2);

        assertThatCode(() -> calls.send(part(), check)).doesNotThrowAnyException();
        assertThatCode(() -> calls.send(part(), check)).doesNotThrowAnyException();
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void lookupOfAnotherObjectIsAnErrorAndNotEmpty() {
        answer(200, "{\"id\":\"d2\"}");
        answer(200, "{\"id\":\"d2\"}");

        assertThatThrownBy(() -> calls.find(get(), ResponseCheck.hasId(DataSet::id, "D1")))
                .isInstanceOf(DomoDataException.class)
                .hasMessageContaining("not from Domo");
    }

    @Test
    void answerThatIsNotTheJsonPromisedIsShown() {
        answer(200, "[1, 2");
        answer(200, "[1, 2");

        assertThatThrownBy(() -> calls.get(get()))
                .isInstanceOf(DomoDataException.class)
                .hasMessageContaining("\"[1, 2\"");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void emptyAnswerIsNullWhereNothingIsNeededAndAFailureWhereContentIs() {
        answer(200, "");
        answer(200, "");

        assertThat(calls.run(get())).isNull();
        assertThatThrownBy(() -> calls.get(get()))
                .isInstanceOf(DomoDataException.class)
                .hasMessageContaining("GET /v1/datasets/d1");
    }

    @Test
    void maintenancePageIsCleanedAndCut() {
        answer(
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
    void endlessErrorIsCut() {
        answer(400, "x".repeat(5 << 20));

        assertThatThrownBy(() -> calls.get(get()))
                .isInstanceOf(BadRequestException.class)
                .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(500));
    }

    @Test
    void requestThatCannotBeWrittenIsTheCallersMistake() {
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
    void failureToStoreIsNotBlamedOnTheNetwork() {
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
    void untrustedCertificateIsNotTriedAgain() throws IOException {
        HandshakeCertificates stranger = new HandshakeCertificates.Builder()
                .heldCertificate(new HeldCertificate.Builder()
                        .addSubjectAlternativeName("localhost")
                        .build())
                .build();
        try (MockWebServer secure = new MockWebServer()) {
            secure.useHttps(stranger.sslSocketFactory());
            secure.start();
            DomoRest tls = rest(URI.create("https://localhost:" + secure.getPort()));

            DomoIoException e = catchThrowableOfType(
                    DomoIoException.class, () -> calls.get(tls.dataSets().getDataSet("d1")));

            assertThat(e.requestNotSent()).isTrue();
            assertThat(e).hasMessageContaining("trust store").hasMessageNotContaining("attempts");
        }
    }
}
