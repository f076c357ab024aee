package io.github.domojvm.cli.command;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.SplittableRandom;

/** Generates CSV in the format of an export: fields are quoted only if necessary, and rows end with a line feed. */
final class SampleRows {
    private static final int CHUNK = 256 << 10;
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final String[] CITIES = {
        "Seattle", "São Paulo", "Zürich", "Tōkyō", "Nairobi", "Québec", "İstanbul", "Reykjavík"
    };
    private static final String[] NOTES = {
        "",
        "\"\"",
        "on time",
        "\"late, by a day\"",
        "\"the \"\"blue\"\" one\"",
        "\"first line\nsecond line\"",
        "\"Windows line\r\nbreak\"",
        "\uD83C\uDF27 rain"
    };

    private final SplittableRandom random;
    private long rows;
    private long bytes;

    SampleRows(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Writes a header line, and rows until at least {@code wanted} bytes are written. */
    void write(OutputStream out, long wanted) throws IOException {
        StringBuilder text = new StringBuilder(CHUNK + 256).append("id,day,city,amount,note\n");
        long estimate = text.length();
        while (estimate < wanted) {
            int before = text.length();
            row(text);
            // Characters of more than one byte make the estimate too low; each flush corrects it.
            estimate += text.length() - before;
            if (text.length() >= CHUNK || estimate >= wanted) {
                flush(text, out);
                estimate = bytes;
            }
        }
        flush(text, out);
    }

    long rows() {
        return rows;
    }

    long bytes() {
        return bytes;
    }

    private void row(StringBuilder text) {
        rows++;
        text.append(rows).append(',');
        text.append(FIRST_DAY.plusDays(random.nextInt(9000))).append(',');
        text.append(CITIES[random.nextInt(CITIES.length)]).append(',');
        text.append(random.nextInt(100_000))
                .append('.')
                .append(random.nextInt(10, 100))
                .append(',');
        text.append(NOTES[random.nextInt(NOTES.length)]).append('\n');
    }

    private void flush(StringBuilder text, OutputStream out) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted");
        }
        byte[] encoded = text.toString().getBytes(StandardCharsets.UTF_8);
        out.write(encoded);
        bytes += encoded.length;
        text.setLength(0);
    }
}
