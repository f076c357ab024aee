package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.contract.Spec.Operation;
import io.github.domojvm.contract.Spec.Refusal;
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
    void passesRequestAndAnswerOnAndKeepsWhatWentBy(Prism prism) throws Exception {
        try (WireTap tap = WireTap.before(prism)) {
            HttpResponse<String> answer = send(request(tap, "/v1/datasets/x/data?updateMethod=APPEND")
                    .header("Content-Type", "text/csv")
                    .PUT(BodyPublishers.ofString("1,2\n")));

            assertThat(answer.statusCode()).isEqualTo(204);
            Exchange seen = tap.exchanges().get(0);
            assertThat(seen.operation().id()).isEqualTo("importData");
            assertThat(seen.request()).hasQuery("updateMethod=APPEND");
            assertThat(seen.authorization()).containsExactly("Bearer any");
            assertThat(seen.violations()).isEmpty();
        }
    }

    @Test
    void tellsWhatPrismHasAgainstARequest(Prism prism) throws Exception {
        try (WireTap tap = WireTap.before(prism)) {
            send(request(tap, "/v1/datasets/x/data?updateMethod=UPSERT")
                    .header("Content-Type", "text/csv")
                    .PUT(BodyPublishers.ofString("1,2\n")));

            assertThat(tap.exchanges()).singleElement().satisfies(seen -> {
                assertThat(seen.status()).isEqualTo(400);
                assertThat(seen.violations()).contains("allowed values: REPLACE, APPEND");
            });
        }
    }

    @Test
    void everyRefusalOfTheDescriptionCanBeAskedFor(Prism prism) throws Exception {
        try (WireTap tap = WireTap.before(prism)) {
            Operation export = Spec.read().operation("GET", "/v1/datasets/x/data");
            for (Refusal refusal : export.refusals()) {
                tap.answer(export.id(), refusal.prefer());
                HttpResponse<String> answer =
                        send(request(tap, "/v1/datasets/x/data").header("Accept", "text/csv"));

                assertThat(answer.statusCode()).as("%s", refusal).isEqualTo(refusal.status());
                assertThat(answer.body())
                        .isEqualTo(
                                refusal.json()
                                        ? refusal.body().toString()
                                        : refusal.body().asText());
            }
        }
    }

    @Test
    void aWishForOneOperationLeavesTheOthersAlone(Prism prism) throws Exception {
        try (WireTap tap = WireTap.before(prism)) {
            tap.answer("getStream", "code=404");

            assertThat(send(request(tap, "/v1/streams/42")).statusCode()).isEqualTo(404);
            assertThat(send(request(tap, "/v1/streams")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aTokenIsTakenHoweverItsSchemeIsSpelled(Prism prism) throws Exception {
        try (WireTap tap = WireTap.before(prism)) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(tap.url().resolve("/v1/streams/42")).header("Authorization", "bearer any");

            assertThat(send(request).statusCode()).isEqualTo(200);
            assertThat(tap.exchanges().get(0).authorization()).containsExactly("bearer any");
        }
    }

    @Test
    void aRequestForNoOperationIsToldSo(Prism prism) throws Exception {
        try (WireTap tap = WireTap.before(prism)) {
            HttpResponse<String> answer = send(request(tap, "/v2/streams"));

            assertThat(answer.statusCode()).isEqualTo(501);
            assertThat(answer.body()).isEqualTo("No operation of the description takes GET /v2/streams.");
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
