package io.github.domojvm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

class SizeTest {
    @ParameterizedTest
    @CsvSource({"7, 7", "512k, 524288", "32M, 33554432", "1g, 1073741824"})
    void acceptsSizesWithUnits(String text, long bytes) {
        assertThat(new Size().convert(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"-1", "1.5g", "g", "1 g", "9999999999999"})
    void rejectsInvalidSizes(String text) {
        assertThatThrownBy(() -> new Size().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining(text);
    }
}
