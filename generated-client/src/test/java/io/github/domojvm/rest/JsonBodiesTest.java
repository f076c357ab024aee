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
    void readsAnEmptyResponseAsNull() throws IOException {
        try (Loopback server = Loopback.responding("application/json", "")) {
            Response<DataSet> response =
                    server.rest().dataSets().getDataSet("7b1c").execute();

            assertThat(response.code()).isEqualTo(200);
            assertThat(response.body()).isNull();
        }
    }

    @Test
    void reportsAnHtmlPageWithAnExcerpt() throws IOException {
        try (Loopback server = Loopback.responding("text/html; charset=utf-8", "<html>Maintenance</html>")) {
            UnreadableResponseException failure = failureOf(server);

            assertThat(failure)
                    .hasMessage("The response (text/html; charset=utf-8) is not the documented JSON:"
                            + " it is malformed at $");
            assertThat(failure.contentType()).isEqualTo("text/html; charset=utf-8");
            assertThat(failure.excerpt()).isEqualTo("<html>Maintenance</html>");
        }
    }

    @Test
    void reportsAResponseWithoutContentType() throws IOException {
        try (Loopback server = Loopback.responding("", "oops")) {
            UnreadableResponseException failure = failureOf(server);

            assertThat(failure).hasMessageContaining("(no content type)");
            assertThat(failure.contentType()).isEmpty();
        }
    }

    @Test
    void limitsTheExcerpt() throws IOException {
        try (Loopback server = Loopback.responding("text/html", "<p>".repeat(5000))) {
            assertThat(failureOf(server).excerpt()).hasSize(4096).startsWith("<p><p>");
        }
    }

    @Test
    void rejectsTruncatedJson() throws IOException {
        try (Loopback server = Loopback.responding("application/json", "{\"owner\":{\"name\":\"Ada\"")) {
            assertThat(failureOf(server)).hasMessageContaining("it is truncated at $.owner");
        }
    }

    @Test
    void rejectsTextAfterTheValue() throws IOException {
        try (Loopback server = Loopback.responding("application/json", "{\"name\":\"Tides\"} <html>")) {
            assertThat(failureOf(server).excerpt()).isEqualTo("{\"name\":\"Tides\"} <html>");
        }
    }

    @Test
    void rejectsAValueOfTheWrongType() throws IOException {
        try (Loopback server = Loopback.responding("application/json", "{\"rows\":\"many\"}")) {
            assertThat(failureOf(server)).hasMessageContaining("$.rows").hasCauseInstanceOf(JsonDataException.class);
        }
    }

    @Test
    void acceptsAResponseUpToTheSizeLimitAndRejectsALargerOne() throws IOException {
        String json = "{\"name\":\"" + "x".repeat(20_000) + "\"}";
        try (Loopback server = Loopback.responding("application/json", json)) {
            DataSetsApi enough = withLimit(server, json.length());
            DataSetsApi tooFew = withLimit(server, json.length() - 1);

            assertThat(enough.getDataSet("7b1c").execute().body().name()).hasSize(20_000);
            assertThatThrownBy(() -> tooFew.getDataSet("7b1c").execute())
                    .isInstanceOf(UnreadableResponseException.class)
                    .hasMessageContaining("it is larger than " + (json.length() - 1) + " bytes");
        }
    }

    @Test
    void doesNotReportABrokenConnectionAsAnUnreadableResponse() throws IOException {
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
    void sendsModelsAsJson() throws Exception {
        try (Loopback server = Loopback.responding("application/json", "{}")) {
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
    void sendsTheWireValueOfAQueryConstantAndRejectsUnknown() throws Exception {
        try (Loopback server = Loopback.responding("application/json", "[]")) {
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
    void sendsAListAsRepeatedQueryParametersAndRejectsUnknown() {
        SampleApi samples = new Retrofit.Builder()
                .baseUrl("https://api.domo.com/")
                .addConverterFactory(new JsonBodies(DomoJson.moshi(), JsonBodies.MAX_RESPONSE_BYTES))
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
