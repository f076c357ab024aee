package io.github.domojvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.error.RateLimitException;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.observe.CallAttempt;
import io.github.domojvm.observe.CallEnd;
import io.github.domojvm.observe.CallListener;
import io.github.domojvm.retry.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.http.GET;
import retrofit2.http.Url;

class CallListenerTest extends TransportFixture {
    private final List<String> events = new ArrayList<>();
    private final FakeTiming timing = new FakeTiming();
    private final CallListener listener = new CallListener() {
        @Override
        public void attempted(CallAttempt attempt) {
            events.add(attempt.operation() + " " + attempt.number() + " " + attempt.status());
        }

        @Override
        public void retrying(CallAttempt attempt, Duration wait) {
            events.add("wait " + wait.toSeconds() + " after " + attempt.number());
        }

        @Override
        public void holdingBack(Duration wait) {
            events.add("hold " + wait.toSeconds());
        }

        @Override
        public void ended(CallEnd end) {
            events.add("end of " + end.last().pathTemplate() + " after "
                    + end.duration().toSeconds() + " s, "
                    + end.failure()
                            .map(failure -> failure.getClass().getSimpleName())
                            .orElse("well"));
        }

        @Override
        public void tokenFetched() {
            events.add("token");
        }
    };

    @Test
    void reportsACallFromItsTokenRequestToItsEnd() {
        enqueueToken();
        enqueueThrottled();
        enqueueDataSet();

        try (DomoClient domo = listeningClient()) {
            domo.dataSets().get("7b1c");
        }

        assertThat(events)
                .containsExactly(
                        "createAccessToken 1 200",
                        "end of /oauth/token after 0 s, well",
                        "token",
                        "getDataSet 1 429",
                        "wait 60 after 1",
                        "getDataSet 2 200",
                        "end of /v1/datasets/{dataSetId} after 60 s, well");
    }

    @Test
    void reportsHoldingBackAfterAnotherCallWasThrottled() {
        enqueueToken();
        enqueueThrottled();
        enqueueStatus(404);

        try (DomoClient domo = listeningClient()) {
            assertThatExceptionOfType(RateLimitException.class)
                    .isThrownBy(() -> domo.with(CallOptions.builder()
                                    .retryPolicy(RetryPolicy.builder()
                                            .readAttempts(1)
                                            .build())
                                    .build())
                            .dataSets()
                            .get("7b1c"));
            events.clear();
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> domo.dataSets().get("7b1c"));
        }

        assertThat(events)
                .containsExactly(
                        "hold 60", "getDataSet 1 404", "end of /v1/datasets/{dataSetId} after 60 s, NotFoundException");
    }

    @Test
    void reportsARejectedTokenAndItsReplacement() {
        enqueueToken();
        enqueueStatus(401);
        enqueueToken();
        enqueueDataSet();

        try (DomoClient domo = listeningClient()) {
            domo.dataSets().get("7b1c");
        }

        assertThat(events)
                .containsSubsequence("getDataSet 1 401", "createAccessToken 1 200", "token", "getDataSet 2 200");
    }

    @Test
    void attemptWithoutAResponseHasStatusZero() {
        enqueueToken();
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
                .build());

        try (DomoClient domo =
                client().callListener(listener).retryPolicy(RetryPolicy.none()).build()) {
            assertThatExceptionOfType(DomoIoException.class)
                    .isThrownBy(() -> domo.dataSets().get("7b1c"));
        }

        assertThat(events).contains("getDataSet 1 0");
    }

    @Test
    void reportsACallOfAnotherApiWithoutItsPath() {
        enqueueDataSet();
        OtherApi otherApi = new Retrofit.Builder()
                .baseUrl(server.url("/"))
                .callFactory(new OkHttpClient())
                .build()
                .create(OtherApi.class);

        try (DomoClient domo = listeningClient()) {
            domo.rest().execute(otherApi.at("/secret/place"));
        }

        assertThat(events).containsExactly("other 1 200", "end of /{path} after 0 s, well");
    }

    private interface OtherApi {
        @GET
        Call<Void> at(@Url String path);
    }

    private DomoClient listeningClient() {
        return client().callListener(listener).timing(timing).build();
    }

    private void enqueueThrottled() {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "60")
                .build());
    }
}
