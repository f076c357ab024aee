package io.github.domojvm.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.CsvException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.rest.model.UpdateMethod;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Sources that a program decompresses: all members are uploaded, or nothing is committed. */
class GzipSourceTest {
    private static final String ROWS = UploadFixture.rows(0, 20_000);

    @AutoClose
    private final UploadFixture domo = new UploadFixture();

    @Test
    void uploadsTheRowsOfEveryMember() throws IOException {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        int middle = ROWS.length() / 2;
        members.writeBytes(gzip(ROWS.substring(0, middle)));
        members.writeBytes(gzip(ROWS.substring(middle)));

        UploadResult result = domo.upload(domo.request(UpdateMethod.REPLACE, decompressed(members.toByteArray())));

        assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
        assertThat(result.progress().rowsAcknowledged()).isEqualTo(20_000);
    }

    @Test
    void commitsNothingOfATruncatedFile() throws IOException {
        byte[] complete = gzip(ROWS);
        for (int missing : new int[] {1, 8, 9, complete.length / 2, complete.length - 11}) {
            assertNotCommitted(Arrays.copyOf(complete, complete.length - missing));
        }
    }

    @Test
    void commitsNothingOfADamagedFile() throws IOException {
        byte[] damaged = gzip(ROWS);
        // The checksum.
        damaged[damaged.length - 5] ^= 1;

        assertNotCommitted(damaged);
    }

    @Test
    void commitsNothingOfAFileThatIsNotCompressed() {
        assertNotCommitted(ROWS.getBytes(UTF_8));
    }

    @Test
    void rejectsACompressedFileThatIsNotDecompressed() throws IOException {
        byte[] compressed = gzip(ROWS);

        UploadException e = domo.failure(domo.request(
                UpdateMethod.REPLACE, CsvSource.of("rows.csv.gz", () -> new ByteArrayInputStream(compressed))));

        assertThat(e).hasMessageContaining("rows.csv.gz").hasMessageContaining("not UTF-8");
        assertThat(e.getCause()).isInstanceOf(CsvException.class);
        assertThat(domo.executionStates()).isEmpty();
    }

    private void assertNotCommitted(byte[] compressed) {
        UploadException e = domo.failure(domo.request(UpdateMethod.REPLACE, decompressed(compressed)));

        assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
        assertThat(e.getCause()).isInstanceOf(DomoIoException.class);
        assertThat(domo.sandbox.rows(domo.stream.dataSet().id())).isEmpty();
    }

    private static CsvSource decompressed(byte[] compressed) {
        return CsvSource.of("rows.csv.gz", () -> new GZIPInputStream(new ByteArrayInputStream(compressed)));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
