package io.github.domojvm.benchmarks.harness;

import io.github.domojvm.benchmarks.data.DataFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;

/** Compares an exported file with the source, and deletes it. */
final class ExportCheck {
    private static final int BUFFER_BYTES = 256 * 1024;

    private ExportCheck() {}

    static List<String> differences(Path exported, DataFile file) {
        try (InputStream in = Files.newInputStream(exported)) {
            String header = String.join(",", DataFile.COLUMNS) + "\n";
            boolean begins = header.equals(new String(in.readNBytes(header.length()), StandardCharsets.US_ASCII));
            CRC32 checksum = new CRC32();
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                checksum.update(buffer, 0, read);
            }
            boolean same = begins && checksum.getValue() == file.crc32();
            Files.delete(exported);
            return same ? List.of() : List.of("the exported file differs from the source");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
