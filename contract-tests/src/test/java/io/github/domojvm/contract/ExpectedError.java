package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.contract.Spec.Refusal;
import io.github.domojvm.error.AuthenticationException;
import io.github.domojvm.error.BadRequestException;
import io.github.domojvm.error.ConflictException;
import io.github.domojvm.error.DomoApiException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.error.PermissionException;
import io.github.domojvm.error.RateLimitException;
import io.github.domojvm.error.ServerException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a program must see of an error answer.
 *
 * @param type the exception
 * @param renewsToken whether the client fetches one more token, and tries once more, before it gives up
 */
record ExpectedError(Class<? extends DomoApiException> type, boolean renewsToken) {
    private static final Map<String, ExpectedError> OF_THE_TOKEN = Map.of(
            "400", new ExpectedError(AuthenticationException.class, false),
            "401", new ExpectedError(AuthenticationException.class, false),
            "403", new ExpectedError(AuthenticationException.class, false),
            "429", new ExpectedError(RateLimitException.class, false),
            "500", new ExpectedError(ServerException.class, false));

    private static final Map<String, ExpectedError> OF_THE_OTHERS = Map.of(
            "400", new ExpectedError(BadRequestException.class, false),
            "401", new ExpectedError(AuthenticationException.class, true),
            "403 missingToken", new ExpectedError(AuthenticationException.class, true),
            "403 insufficientScope", new ExpectedError(PermissionException.class, false),
            "404", new ExpectedError(NotFoundException.class, false),
            // On exports it stands for a missing token as well as for an unknown id: a fresh token tells which.
            "406", new ExpectedError(NotFoundException.class, true),
            "409", new ExpectedError(ConflictException.class, false),
            "429", new ExpectedError(RateLimitException.class, false),
            "500", new ExpectedError(ServerException.class, false));

    /** A session of the instance cannot be renewed by the client. */
    private static final Map<String, ExpectedError> OF_A_SESSION = Map.of(
            "401", new ExpectedError(AuthenticationException.class, false),
            "403 missingToken", new ExpectedError(AuthenticationException.class, false));

    /** Fails for an answer that nobody has thought about yet. */
    static ExpectedError of(String operationId, Refusal refusal) {
        Map<String, ExpectedError> table = operationId.equals("createAccessToken") ? OF_THE_TOKEN : OF_THE_OTHERS;
        ExpectedError expected = table.get(refusal.toString());
        if (operationId.equals("createClient")) {
            expected = OF_A_SESSION.getOrDefault(refusal.toString(), expected);
        }
        if (expected == null) {
            throw new AssertionError(
                    operationId + " may answer " + refusal + ", and no test says what the client makes of it.");
        }
        return expected;
    }

    void assertTold(Refusal refusal, Throwable thrown) {
        assertThat(thrown).isExactlyInstanceOf(type);
        DomoApiException error = (DomoApiException) thrown;
        assertThat(error.status()).isEqualTo(refusal.status());
        assertThat(error.traceId()).isEqualTo(text(refusal, "toe"));
        text(refusal, "message").ifPresent(message -> assertThat(error).hasMessageContaining(message));
        if (error instanceof PermissionException permission) {
            assertThat(permission.missingScope())
                    .isEqualTo(text(refusal, "scope"))
                    .isPresent();
        }
        if (error instanceof RateLimitException limit) {
            assertThat(limit.retryAfter()).contains(Duration.ofSeconds(7));
        }
    }

    private static Optional<String> text(Refusal refusal, String member) {
        return Optional.ofNullable(refusal.body().get(member)).map(value -> value.asText());
    }
}
