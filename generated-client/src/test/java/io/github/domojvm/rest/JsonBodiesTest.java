package io.github.domojvm.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.squareup.moshi.JsonDataException;
import io.github.domojvm.rest.api.DataSetsApi;
import io.github.domojvm.rest.api.SampleApi;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rest.model.DataSetSort;
import io.github.domojvm.rest.model.SampleKind;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.rest.model.UpdateStreamRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import okhttp3.MultipartBody;
import org.junit.jupiter.api.Test;
import retrofit2.Response;
import retrofit2.Retrofit;

class JsonBodiesTest {
    @Test
    void anEmptyAnswerIsNull() throws IOException {
        try (Loopback server = Loopback.answering("application/json", "")) {
            Response<DataSet> answer =
                    server.rest().dataSets().getDataSet("7b1c").execute();

            assertThat(answer.code()).isEqualTo(200);
            assertThat(answer.body()).isNull();
        }
    }

    @Test
    void aPageInsteadOfJsonIsReportedWithItsBeginning() throws IOException {
        try (Loopback server = Loopback.answering("text/html; charset=utf-8", "<html>Maintenance</html>")) {
            UnreadableResponseException failure = failureOf(server);

            assertThat(failure)
                    .hasMessage("The answer (text/html; charset=utf-8) is not the JSON that was promised:"
                            + " it is malformed at $");
            assertThat(failure.contentType()).isEqualTo("text/html; charset=utf-8");
            assertThat(failure.excerpt()).isEqualTo("<html>Maintenance</html>");
        }
    }

    @Test
    void anAnswerWithoutContentTypeIsReportedToo() throws IOException {
        try (Loopback server = Loopback.answering("", "oops")) {
            UnreadableResponseException failure = failureOf(server);

            assertThat(failure).hasMessageContaining("(no content type)");
            assertThat(failure.contentType()).isEmpty();
        }
    }

    @Test
    void theExcerptHasAnEnd() throws IOException {
        try (Loopback server = Loopback.answering("text/html", "<p>".repeat(5000))) {
            assertThat(failureOf(server).excerpt()).hasSize(4096).startsWith("<p><p>");
        }
    }

    @Test
    void aTextThatEndsTooEarlyIsUnreadable() throws IOException {
        try (Loopback server = Loopback.answering("application/json", "{\"owner\":{\"name\":\"Ada\"")) {
            assertThat(failureOf(server)).hasMessageContaining("it ends too early, at $.owner");
        }
    }

    @Test
    void textAfterTheValueIsUnreadable() throws IOException {
        try (Loopback server = Loopback.answering("application/json", "{\"name\":\"Tides\"} <html>")) {
            assertThat(failureOf(server).excerpt()).isEqualTo("{\"name\":\"Tides\"} <html>");
        }
    }

    @Test
    void aValueOfTheWrongKindIsUnreadable() throws IOException {
        try (Loopback server = Loopback.answering("application/json", "{\"rows\":\"many\"}")) {
            assertThat(failureOf(server)).hasMessageContaining("$.rows").hasCauseInstanceOf(JsonDataException.class);
        }
    }

    @Test
    void anAnswerIsReadUpToTheLimitAndNotBeyond() throws IOException {
        String json = "{\"name\":\"" + "x".repeat(20_000) + "\"}";
        try (Loopback server = Loopback.answering("application/json", json)) {
            DataSetsApi enough = withLimit(server, json.length());
            DataSetsApi tooFew = withLimit(server, json.length() - 1);

            assertThat(enough.getDataSet("7b1c").execute().body().name()).hasSize(20_000);
            assertThatThrownBy(() -> tooFew.getDataSet("7b1c").execute())
                    .isInstanceOf(UnreadableResponseException.class)
                    .hasMessageContaining("it is larger than " + (json.length() - 1) + " bytes");
        }
    }

    @Test
    void aConnectionCutMidBodyIsNoUnreadableAnswer() throws IOException {
        byte[] begun = "{\"name\":\"Tid".getBytes(StandardCharsets.UTF_8);
        try (Loopback server = new Loopback(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(begun);
        })) {
            assertThatThrownBy(() -> server.rest().dataSets().getDataSet("7b1c").execute())
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(UnreadableResponseException.class);
        }
    }

    @Test
    void modelsAreSentAsJson() throws Exception {
        try (Loopback server = Loopback.answering("application/json", "{}")) {
            UpdateStreamRequest change = UpdateStreamRequest.builder()
                    .updateMethod(UpdateMethod.REPLACE)
                    .build();

            assertThat(server.rest()
                            .streams()
                            .updateStream(42L, change)
                            .execute()
                            .body())
                    .isNotNull();

            Loopback.Received sent = server.received.take();
            assertThat(sent.method()).isEqualTo("PATCH");
            assertThat(sent.headers().get("Content-Type")).isEqualTo("application/json");
            assertThat(sent.headers().get("Accept")).isEqualTo("application/json");
            assertThat(sent.body()).isEqualTo("{\"updateMethod\":\"REPLACE\"}");
        }
    }

    @Test
    void constantsInTheQueryAreSentInTheWordsOfTheService() throws Exception {
        try (Loopback server = Loopback.answering("application/json", "[]")) {
            DataSetsApi dataSets = server.rest().dataSets();

            assertThat(dataSets.listDataSets(50, null, DataSetSort.LAST_UPDATED_ASCENDING, null)
                            .execute()
                            .body())
                    .isEmpty();

            assertThat(server.received.take().uri()).hasToString("/v1/datasets?limit=50&sort=lastUpdatedAscending");
            assertThatThrownBy(() -> dataSets.listDataSets(null, null, DataSetSort.UNKNOWN, null)
                            .execute())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("DataSetSort.UNKNOWN cannot be sent: use a known constant");
            assertThat(server.received).isEmpty();
        }
    }

    @Test
    void aListInTheQueryRepeatsItsNameAndSkipsNoCheck() {
        SampleApi samples = new Retrofit.Builder()
                .baseUrl("https://api.domo.com/")
                .addConverterFactory(new JsonBodies(DomoJson.moshi()))
                .build()
                .create(SampleApi.class);
        MultipartBody.Part file = MultipartBody.Part.createFormData("file", "x");

        assertThat(samples.attachSample("7", file, List.of(SampleKind.FIRST, SampleKind.SECOND_BEST), null)
                        .request()
                        .url()
                        .query())
                .isEqualTo("kinds=first&kinds=second-best");
        assertThatThrownBy(() -> samples.attachSample("7", file, List.of(SampleKind.UNKNOWN), null)
                        .request())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SampleKind.UNKNOWN cannot be sent");
    }

    private static UnreadableResponseException failureOf(Loopback server) {
        return catchThrowableOfType(
                UnreadableResponseException.class,
                () -> server.rest().dataSets().getDataSet("7b1c").execute());
    }

    private static DataSetsApi withLimit(Loopback server, long bytes) {
        return new Retrofit.Builder()
                .baseUrl(server.url("/").toString())
                .callFactory(server.client())
                .addConverterFactory(new JsonBodies(DomoJson.moshi(), bytes))
                .build()
                .create(DataSetsApi.class);
    }
}
