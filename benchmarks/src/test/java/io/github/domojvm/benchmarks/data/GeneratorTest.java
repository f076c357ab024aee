package io.github.domojvm.benchmarks.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTest {
    private static final int ROWS = 20_000;

    @TempDir
    Path folder;

    @Test
    void theFileHasTheDensityForWhichTheGoalsAreStated() throws IOException {
        byte[] bytes = Files.readAllBytes(generate("a.csv").path());

        assertThat(bytes.length / (double) ROWS).isBetween(97.0, 98.0);
        assertThat(bytes.length / (double) deflated(bytes)).isBetween(3.3, 3.4);
    }

    @Test
    void theSameSeedProducesTheSameFile() throws IOException {
        assertThat(generate("a.csv").crc32()).isEqualTo(generate("b.csv").crc32());
    }

    @Test
    void theFactsAreThoseOfTheFile() throws IOException {
        DataFile file = generate("a.csv");

        CRC32 checksum = new CRC32();
        checksum.update(Files.readAllBytes(file.path()));
        assertThat(file.crc32()).isEqualTo(checksum.getValue());
        assertThat(file.bytes()).isEqualTo(Files.size(file.path()));
        assertThat(DataFile.read(file.path())).isEqualTo(file);
    }

    private DataFile generate(String name) throws IOException {
        return Generator.write(folder.resolve(name), SampleRows.SEED, ROWS);
    }

    private static int deflated(byte[] bytes) {
        Deflater deflater = new Deflater(6);
        deflater.setInput(bytes);
        deflater.finish();
        try {
            return deflater.deflate(new byte[bytes.length]);
        } finally {
            deflater.end();
        }
    }
}
