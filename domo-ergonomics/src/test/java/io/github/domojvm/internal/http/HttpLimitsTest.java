package io.github.domojvm.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HttpLimitsTest {
    private static final HttpLimits LIMITS =
            new HttpLimits(Duration.ofMinutes(2), 50_000, 1_000, Duration.ofMinutes(1), Long.MAX_VALUE);

    @Test
    void responseTimeoutGrowsWithTheBodyOfTheRequest() {
        assertThat(timeout(0)).isEqualTo(Duration.ofMinutes(2));
        assertThat(timeout(50_000)).isEqualTo(Duration.ofSeconds(121));
        assertThat(timeout(5_000_000)).isEqualTo(Duration.ofSeconds(220));
    }

    @Test
    void responseTimeoutDoesNotOverflow() {
        assertThat(LIMITS.responseNanos(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE / 2);
        HttpLimits longest = new HttpLimits(Duration.ofSeconds(Long.MAX_VALUE), 1, 0, Duration.ZERO, Long.MAX_VALUE);
        assertThat(longest.responseNanos(1)).isEqualTo(Long.MAX_VALUE / 2);
    }

    @Test
    void responseTimeoutDoesNotApplyToABodyOfUnknownSize() {
        assertThat(LIMITS.responseNanos(-1)).isZero();
    }

    @Test
    void noLimitsHaveNoResponseTimeout() {
        assertThat(HttpLimits.NONE.responseNanos(1)).isZero();
    }

    private static Duration timeout(long requestBytes) {
        return Duration.ofNanos(LIMITS.responseNanos(requestBytes));
    }
}
