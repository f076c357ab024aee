package io.github.domojvm.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CliContextTest {
    @Test
    void usesTheCharsetOfTheLocaleAndUtf8WithoutALocale() {
        assertThat(CliContext.charset("ISO-8859-1")).isEqualTo(StandardCharsets.ISO_8859_1);
        assertThat(CliContext.charset("ANSI_X3.4-1968")).isEqualTo(StandardCharsets.UTF_8);
        assertThat(CliContext.charset("US-ASCII")).isEqualTo(StandardCharsets.UTF_8);
        assertThat(CliContext.charset("")).isEqualTo(StandardCharsets.UTF_8);
    }
}
