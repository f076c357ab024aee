package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.contract.Spec.ErrorResponse;
import io.github.domojvm.contract.Spec.Operation;
import io.github.domojvm.contract.WireTap.Exchange;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PrismExtension.class)
class WireTapTest {
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void forwardsAndRecordsRequestAndResponse(Prism prism) throws Exception {
        try (WireTap tap = WireTap.before(prism)) {
            HttpResponse<String> response = send(request(tap, "/v1/datasets/x/data?updateMethod=APPEND")
                    .header("Content-Type", "text/csv")
                    .PUT(BodyPublishers.ofString("1,2\n")));

            assertThat(response.statusCode()).isEqualTo(204);
            Exchange exchange = tap.exchanges().get(0);
            assertThat(exchange.operation().id()).isEqualTo("importData");
            assertThat(exchange.request()).hasQuery("updateMethod=APPEND");
            assertThat(exchange.authorization()).containsExactly("Bearer any");
            assertThat(exchange.violations()).isEmpty();
        }
    }

    @Test
    void recordsTheViolationsThatPrismReports(Prism prism) throws Exception {
        try (WireTap tap = WireTap.before(prism)) {
            send(request(tap, "/v1/datasets/x/data?updateMethod=UPSERT")
                    .header("Content-Type", "text/csv")
                    .PUT(BodyPublishers.ofString("1,2\n")));

            assertThat(tap.exchanges()).singleElement().satisfies(exchange -> {
                assertThat(exchange.status()).isEqualTo(400);
                assertThat(exchange.violations()).contains("allowed values: REPLACE, APPEND");
            });
        }
    }

    @Test
    void everyErrorResponseOfTheDescriptionCanBeSelected(Prism prism) throws Exception {
        try (WireTap tap = WireTap.before(prism)) {
            Operation export = Spec.read().operation("GET", "/v1/datasets/x/data");
            for (ErrorResponse error : export.errors()) {
                tap.selectResponse(export.id(), error.prefer());
                HttpResponse<String> response =
                        send(request(tap, "/v1/datasets/x/data").header("Accept", "text/csv"));

                assertThat(response.statusCode()).as("%s", error).isEqualTo(error.status());
                assertThat(response.body())
                        .isEqualTo(
                                error.json()
                                        ? error.body().toString()
                                        : error.body().asText());
            }
        }
    }

    @Test
    void selectingAResponseDoesNotAffectOtherOperations(Prism prism) throws Exception {
        try (WireTap tap = WireTap.before(prism)) {
            tap.selectResponse("getStream", "code=404");

            assertThat(send(request(tap, "/v1/streams/42")).statusCode()).isEqualTo(404);
            assertThat(send(request(tap, "/v1/streams")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void acceptsTheAuthenticationSchemeInAnyCase(Prism prism) throws Exception {
        try (WireTap tap = WireTap.before(prism)) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(tap.url().resolve("/v1/streams/42")).header("Authorization", "bearer any");

            assertThat(send(request).statusCode()).isEqualTo(200);
            assertThat(tap.exchanges().get(0).authorization()).containsExactly("bearer any");
        }
    }

    @Test
    void respondsWith501WhenNoOperationMatchesTheRequest(Prism prism) throws Exception {
        try (WireTap tap = WireTap.before(prism)) {
            HttpResponse<String> response = send(request(tap, "/v2/streams"));

            assertThat(response.statusCode()).isEqualTo(501);
            assertThat(response.body()).isEqualTo("The description has no operation for GET /v2/streams.");
            assertThat(tap.exchanges()).isEmpty();
        }
    }

    private static HttpRequest.Builder request(WireTap tap, String path) {
        return HttpRequest.newBuilder(tap.url().resolve(path)).header("Authorization", "Bearer any");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
