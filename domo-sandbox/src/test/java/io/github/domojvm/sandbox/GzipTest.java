package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.sandbox.internal.http.Gzip;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GzipTest {
    @Test
    void readsAMemberThatIsNotYetAvailable() throws IOException {
        // A SequenceInputStream reports no available bytes between its parts, as a network does between two packets.
        InputStream twoMembers = new SequenceInputStream(
                new ByteArrayInputStream(Caller.gzip("first ")), new ByteArrayInputStream(Caller.gzip("second")));

        assertThat(text(Gzip.decompress(twoMembers))).isEqualTo("first second");
    }

    @Test
    void returnsUncompressedBytesUnchanged() throws IOException {
        for (String plain : new String[] {"", "a", "\u001f", "\u001fx", "a,1\n"}) {
            byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);

            assertThat(text(Gzip.decompress(new ByteArrayInputStream(bytes)))).isEqualTo(plain);
        }
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
