package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.contract.Spec.ErrorResponse;
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
 * The exception that the client must throw for an error response.
 *
 * @param type the class of the exception
 * @param renewsToken whether the client renews the token and retries once before it throws the exception
 */
record ExpectedError(Class<? extends DomoApiException> type, boolean renewsToken) {
    private static final Map<String, ExpectedError> TOKEN_ERRORS = Map.of(
            "400", new ExpectedError(AuthenticationException.class, false),
            "401", new ExpectedError(AuthenticationException.class, false),
            "403", new ExpectedError(AuthenticationException.class, false),
            "429", new ExpectedError(RateLimitException.class, false),
            "500", new ExpectedError(ServerException.class, false));

    private static final Map<String, ExpectedError> OTHER_ERRORS = Map.of(
            "400", new ExpectedError(BadRequestException.class, false),
            "401", new ExpectedError(AuthenticationException.class, true),
            "403 missingToken", new ExpectedError(AuthenticationException.class, true),
            "403 insufficientScope", new ExpectedError(PermissionException.class, false),
            "404", new ExpectedError(NotFoundException.class, false),
            // For exports, 406 means a missing token or an unknown id; the client renews the token to find out.
            "406", new ExpectedError(NotFoundException.class, true),
            "409", new ExpectedError(ConflictException.class, false),
            "429", new ExpectedError(RateLimitException.class, false),
            "500", new ExpectedError(ServerException.class, false));

    /** The client cannot renew a session of the instance. */
    private static final Map<String, ExpectedError> SESSION_ERRORS = Map.of(
            "401", new ExpectedError(AuthenticationException.class, false),
            "403 missingToken", new ExpectedError(AuthenticationException.class, false));

    /** Returns the expected exception; fails for a response that has no expectation. */
    static ExpectedError of(String operationId, ErrorResponse response) {
        Map<String, ExpectedError> table = operationId.equals("createAccessToken") ? TOKEN_ERRORS : OTHER_ERRORS;
        ExpectedError expected = table.get(response.toString());
        if (operationId.equals("createClient")) {
            expected = SESSION_ERRORS.getOrDefault(response.toString(), expected);
        }
        if (expected == null) {
            throw new AssertionError(
                    operationId + " may return " + response + ", for which ExpectedError has no exception. Add one.");
        }
        return expected;
    }

    void assertMatches(ErrorResponse response, Throwable thrown) {
        assertThat(thrown).isExactlyInstanceOf(type);
        DomoApiException error = (DomoApiException) thrown;
        assertThat(error.status()).isEqualTo(response.status());
        assertThat(error.traceId()).isEqualTo(text(response, "toe"));
        text(response, "message").ifPresent(message -> assertThat(error).hasMessageContaining(message));
        if (error instanceof PermissionException permission) {
            assertThat(permission.missingScope())
                    .isEqualTo(text(response, "scope"))
                    .isPresent();
        }
        if (error instanceof RateLimitException limit) {
            assertThat(limit.retryAfter()).contains(Duration.ofSeconds(7));
        }
    }

    private static Optional<String> text(ErrorResponse response, String member) {
        return Optional.ofNullable(response.body().get(member)).map(value -> value.asText());
    }
}
