package io.github.domojvm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.rest.model.ColumnType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

class DetailsTest {
    @TempDir
    Path folder;

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

    @ParameterizedTest
    @CsvSource({"7, 7", "512k, 524288", "32M, 33554432", "1g, 1073741824"})
    void sizesHaveUnits(String text, long bytes) {
        assertThat(new Size().convert(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"-1", "1.5g", "g", "1 g", "9999999999999"})
    void otherSizesAreRefused(String text) {
        assertThatThrownBy(() -> new Size().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining(text);
    }

    @Test
    void terminalsDecideWhatIsDrawn() {
        assertThat(Terminals.of("in,out,err", Map.of("TERM", "xterm"))).isEqualTo(new Terminals(true, true, true));
        assertThat(Terminals.of("out", Map.of())).isEqualTo(new Terminals(true, false, false));
        assertThat(Terminals.of("", Map.of())).isEqualTo(new Terminals(false, false, false));
        assertThat(Terminals.of("in,out,err", Map.of("NO_COLOR", "1"))).isEqualTo(new Terminals(false, true, true));
        assertThat(Terminals.of("in,out,err", Map.of("NO_COLOR", ""))).isEqualTo(new Terminals(true, true, true));
        assertThat(Terminals.of("in,out,err", Map.of("TERM", "dumb"))).isEqualTo(new Terminals(false, false, true));
    }

    @Test
    void textIsWrittenAsTheLocaleSaysAndAsUtf8WithoutOne() {
        assertThat(Surroundings.charset("ISO-8859-1")).isEqualTo(StandardCharsets.ISO_8859_1);
        assertThat(Surroundings.charset("ANSI_X3.4-1968")).isEqualTo(StandardCharsets.UTF_8);
        assertThat(Surroundings.charset("US-ASCII")).isEqualTo(StandardCharsets.UTF_8);
        assertThat(Surroundings.charset("")).isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void rowsAreComparedByWhatTheyMeanInAnyOrder() throws IOException {
        Path mine = Files.writeString(
                folder.resolve("mine"), "n,t,d,x\n1.50,a,2024-01-01T10:00:00,\n-0,\"\",2024-01-02T10:00:00,\"\"\n");
        Path theirs = Files.writeString(
                folder.resolve("theirs"), "n,t,d,x\n0,\"\",2024-01-02 10:00:00,\n1.5,a,2024-01-01 10:00:00,\n");
        List<ColumnType> types = List.of(ColumnType.DOUBLE, ColumnType.STRING, ColumnType.DATETIME, ColumnType.DATE);

        Comparison comparison = Comparison.of(types, mine, theirs);

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.equal()).isTrue();
        assertThat(comparison.rows()).isEqualTo(2);
    }

    @Test
    void nullIsNotEmptyTextAndADoubledRowIsNoticed() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine"), "t,u\n\"\",a\nx,b\n");
        Path theirs = Files.writeString(folder.resolve("theirs"), "t,v\n,a\nx,b\nx,b\n");
        List<ColumnType> types = List.of(ColumnType.STRING, ColumnType.STRING);

        Comparison comparison = Comparison.of(types, mine, theirs);

        assertThat(comparison.equal()).isFalse();
        assertThat(comparison.differences())
                .containsExactlyInAnyOrder(
                        "the header lines differ",
                        "not exported: [, a]",
                        "only exported: [null, a]",
                        "only exported: [x, b]");
    }

    @Test
    void everyCommandExplainsItselfWithExamplesAndExitCodes() {
        for (String command : List.of("demo", "upload", "export", "sandbox", "generate")) {
            Cli.Ending help = new Cli().run(command, "--help");

            assertThat(help.exitCode()).isZero();
            assertThat(help.out()).contains("Usage: domo " + command, "Examples", "Exit codes", "130");
        }
        assertThat(new Cli().run("--help").out()).contains("DOMO_CLIENT_SECRET", "Commands", "domo demo");
        assertThat(new Cli().run("--version").out()).startsWith("domo ");
    }

    @Test
    void explainsItselfWithoutACommand() {
        Cli.Ending nothing = new Cli().run();

        assertThat(nothing.exitCode()).isEqualTo(2);
        assertThat(nothing.err()).contains("Usage: domo");
    }
}
