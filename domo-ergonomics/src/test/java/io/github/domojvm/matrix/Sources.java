package io.github.domojvm.matrix;

import io.github.domojvm.csv.CsvSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Effects of a source that changes or fails while it is uploaded. */
final class Sources {
    private Sources() {}

    static void addTo(Map<String, Effect> effects) {
        effects.put("file grows", (setup, none) -> {
            Path file = file(setup);
            setup.changeSource();
            setup.before(() -> write(file, "late,1\n"));
        });
        effects.put("file shrinks", (setup, none) -> {
            Path file = file(setup);
            setup.changeSource();
            setup.before(() -> halve(file));
        });
        effects.put("source fails", (setup, none) -> {
            AtomicInteger failures = new AtomicInteger();
            setup.counted(failures::get);
            String first = Table.csv(setup.shape.partRows(1));
            setup.source(CsvSource.fromStream(new SequenceInputStream(
                    new ByteArrayInputStream(first.getBytes(StandardCharsets.UTF_8)), failing(failures))));
        });
    }

    /** Writes the rows of the upload to a file, from which they are uploaded. */
    static Path file(Setup setup) {
        Path file = setup.world.folder().resolve("rows.csv");
        write(file, setup.shape.csv());
        setup.source(CsvSource.fromFile(file));
        return file;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void halve(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream failing(AtomicInteger failures) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return read(new byte[1], 0, 1);
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                failures.incrementAndGet();
                throw new IOException("the disk of the source failed");
            }
        };
    }
}
