package io.github.domojvm.internal.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs in a separate JVM: 20 bytes retained per row would need more than twice its heap. */
class ConstantMemoryTest {
    private static final int ROWS = 4_000_000;

    @ParameterizedTest
    @CsvSource({"read, 1", "convert, 1", "write, 1", "quoted, 2", "utf16, 1"})
    void memoryDoesNotGrowWithTheNumberOfRows(String mode, int linesPerRow) throws Exception {
        int rows = ROWS / linesPerRow;

        assertThat(output(mode, rows)).isEqualTo(Integer.toString(ROWS));
    }

    private static String output(String mode, int rows) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyRows.class.getName(),
                        mode,
                        Integer.toString(rows)))
                .redirectErrorStream(true)
                .start();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(output).isZero();
        return output.strip();
    }
}
