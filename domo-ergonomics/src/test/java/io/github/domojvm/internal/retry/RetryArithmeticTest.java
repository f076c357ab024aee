package io.github.domojvm.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.retry.RetryPolicy;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryArithmeticTest {
    private static final String DATE = "Wed, 01 Jan 2020 00:00:00 GMT";

    @ParameterizedTest
    @CsvSource({"1, 200", "2, 400", "3, 800", "8, 20000", "1000, 20000"})
    void waitIsUniformlyDistributedBelowABoundThatDoubles(int failures, long boundMillis) {
        Backoff backoff = new Backoff(RetryPolicy.defaults(), new Random(42));
        long longest = 0;
        for (int i = 0; i < 2000; i++) {
            Duration wait = backoff.delay(failures, false);
            assertThat(wait).isBetween(Duration.ZERO, Duration.ofMillis(boundMillis));
            longest = Math.max(longest, wait.toMillis());
        }
        assertThat(longest).isGreaterThan(boundMillis * 9 / 10);
    }

    @Test
    void waitsLongerWhenThrottled() {
        Backoff backoff = new Backoff(RetryPolicy.defaults(), new Random(42));
        long longest = 0;
        for (int i = 0; i < 200; i++) {
            longest = Math.max(longest, backoff.delay(1, true).toMillis());
        }
        assertThat(longest).isBetween(900L, 1000L);
    }

    @Test
    void policyWithoutDelaysDoesNotWait() {
        assertThat(new Backoff(RetryPolicy.none(), new Random(42)).delay(3, false))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void retriesUseTheBudgetAndSuccessesRefillIt() {
        RetryBudget budget = new RetryBudget(2);

        assertThat(budget.tryTake()).isTrue();
        assertThat(budget.tryTake()).isTrue();
        assertThat(budget.tryTake()).isFalse();
        for (int i = 0; i < 4; i++) {
            budget.succeeded(false);
        }
        assertThat(budget.tryTake()).isFalse();
        budget.succeeded(false);
        assertThat(budget.tryTake()).isTrue();
        budget.succeeded(true);
        assertThat(budget.tryTake()).isTrue();
    }

    @Test
    void parsesRetryAfterAsSecondsOrDate() {
        assertThat(RetryAfter.parse(" 7 ", null)).contains(Duration.ofSeconds(7));
        assertThat(RetryAfter.parse("0", null)).contains(Duration.ZERO);
        assertThat(RetryAfter.parse("Wed, 01 Jan 2020 00:01:00 GMT", DATE)).contains(Duration.ofMinutes(1));
        assertThat(RetryAfter.parse("Tue, 31 Dec 2019 23:59:00 GMT", DATE)).contains(Duration.ZERO);
        assertThat(RetryAfter.parse(null, DATE)).isEmpty();
        assertThat(RetryAfter.parse("Wed, 01 Jan 2020 00:01:00 GMT", null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999", "１２"})
    void ignoresAnInvalidRetryAfter(String text) {
        assertThat(RetryAfter.parse(text, DATE)).isEmpty();
    }
}
