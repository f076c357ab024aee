package io.github.domojvm.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void figuresReadWellInEveryLocale() {
        assertThat(Figures.count(1_461)).isEqualTo("1,461");
        assertThat(Figures.count(1, "row")).isEqualTo("1 row");
        assertThat(Figures.bytes(1)).isEqualTo("1 byte");
        assertThat(Figures.bytes(1023)).isEqualTo("1,023 bytes");
        assertThat(Figures.bytes(3L << 29)).isEqualTo("1.5 GiB");
        assertThat(Figures.bytes(5000L << 40)).isEqualTo("5000.0 TiB");
        assertThat(Figures.time(Duration.ofMillis(12))).isEqualTo("12 ms");
        assertThat(Figures.time(Duration.ofMillis(1_234))).isEqualTo("1.23 s");
        assertThat(Figures.time(Duration.ofSeconds(125))).isEqualTo("2 min 05 s");
    }
}
