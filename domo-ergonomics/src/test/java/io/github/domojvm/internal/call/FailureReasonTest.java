package io.github.domojvm.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.FailureReason;
import io.github.domojvm.retry.RetryPolicy;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reasons that programs can branch on. */
class FailureReasonTest extends CallFixture {
    @ParameterizedTest
    @CsvSource({
        "400, BAD_REQUEST",
        "401, NOT_AUTHENTICATED",
        "403, NOT_PERMITTED",
        "404, NOT_FOUND",
        "409, CONFLICT",
        "410, OTHER_STATUS",
        "413, OTHER_STATUS",
        "422, BAD_REQUEST",
        "429, RATE_LIMITED",
        "500, SERVER_ERROR",
        "503, SERVER_ERROR"
    })
    void mapsTheStatusToAReason(int status, FailureReason reason) {
        enqueue(status, STANDARD_ERROR);
        enqueue(status, STANDARD_ERROR);

        DomoException e = failure();

        assertThat(e.reason()).isEqualTo(reason);
        assertThat(e.problem()).isEqualTo(e.getMessage());
    }

    @Test
    void lostConnectionHasTheReasonIo() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());

        assertThat(failure().reason()).isEqualTo(FailureReason.IO);
    }

    @Test
    void htmlPageHasTheReasonUnexpectedResponse() {
        server.enqueue(htmlPage());

        assertThat(failure().reason()).isEqualTo(FailureReason.UNEXPECTED_RESPONSE);
    }

    private DomoException failure() {
        return catchThrowableOfType(
                DomoException.class, () -> executor(RetryPolicy.none()).get(get()));
    }
}
