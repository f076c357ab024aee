package io.github.domojvm.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void formatsNumbersIndependentlyOfTheLocale() {
        assertThat(Numbers.count(1_461)).isEqualTo("1,461");
        assertThat(Numbers.count(1, "row")).isEqualTo("1 row");
        assertThat(Numbers.bytes(1)).isEqualTo("1 byte");
        assertThat(Numbers.bytes(1023)).isEqualTo("1,023 bytes");
        assertThat(Numbers.bytes(3L << 29)).isEqualTo("1.5 GiB");
        assertThat(Numbers.bytes(5000L << 40)).isEqualTo("5000.0 TiB");
        assertThat(Numbers.time(Duration.ofMillis(12))).isEqualTo("12 ms");
        assertThat(Numbers.time(Duration.ofMillis(1_234))).isEqualTo("1.23 s");
        assertThat(Numbers.time(Duration.ofSeconds(125))).isEqualTo("2 min 05 s");
    }
}
