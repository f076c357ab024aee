package io.github.domojvm.internal.parts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void everyLevelProducesOneGzipMember(int level) throws IOException {
        byte[] input = text(300_000);
        PartOptions options =
                PartOptions.builder().gzipLevel(level).maxBytes(150_000).build();

        List<Part> parts = Cuts.cut(input, options, 16 * 1024);

        assertThat(parts).hasSize(3);
        assertThat(Cuts.join(parts)).isEqualTo(input);
        assertThat(parts).allMatch(Part::gzip);
        assertThat(parts.get(0).contentLength()).isLessThan(100_000);
    }

    @Test
    void everyPartHasALevelOfItsOwn() throws IOException {
        byte[] input = text(200_000);
        AtomicInteger levelReads = new AtomicInteger();
        PartOptions options = PartOptions.builder()
                .maxBytes(20_000)
                .gzipLevel(() -> levelReads.getAndIncrement() % 10)
                .build();

        List<Part> parts = Cuts.cut(input, options, 4_000);

        assertThat(Cuts.join(parts)).isEqualTo(input);
        assertThat(parts).extracting(Part::gzipLevel).startsWith(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0);
        assertThat(parts).allMatch(part -> part.gzip() == part.gzipLevel() > 0);
    }

    /** The bytes of a record that may belong to either of two parts are compressed like the first of them. */
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0"})
    void joinsARecordThatWasCompressedDifferently(int first, int second) throws IOException {
        String large = "x".repeat(150_000);
        byte[] input = ("a,b\n" + large + ",c\n" + "d,e\n").getBytes(UTF_8);
        AtomicInteger levelReads = new AtomicInteger();
        PartOptions options = PartOptions.builder()
                .maxBytes(100_000)
                .gzipLevel(() -> levelReads.getAndIncrement() == 0 ? first : second)
                .build();

        List<Part> parts = Cuts.cut(input, options, 4_000);

        assertThat(Cuts.join(parts)).isEqualTo(input);
        assertThat(parts).extracting(Part::gzipLevel).startsWith(first, 1);
    }

    @Test
    void higherLevelProducesFewerBytes() throws IOException {
        byte[] input = text(300_000);

        assertThat(size(input, 9)).isLessThan(size(input, 1));
    }

    @Test
    void rejectsAnInvalidLevel() {
        PartOptions options = PartOptions.builder().gzipLevel(() -> 10).build();

        assertThatThrownBy(() -> Cuts.cut(text(100), options, 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("gzipLevel must be 0 to 9, not 10");
    }

    @Test
    void uncompressedPartsContainTheRecordsUnchanged() throws IOException {
        byte[] input = text(100_000);

        List<Part> parts = Cuts.cut(input, PartOptions.builder().gzipLevel(0).build(), 10_000);

        assertThat(parts).hasSize(1);
        assertThat(parts.get(0).gzip()).isFalse();
        assertThat(Cuts.content(parts.get(0))).isEqualTo(input);
    }

    @Test
    void roundTripsIncompressibleBytes() throws IOException {
        byte[] noise = new byte[3 * 70_000];
        new Random(1).nextBytes(noise);
        PartBuilder builder = new PartBuilder(compressor(), () -> 1);
        for (int from = 0; from < noise.length; from += 70_000) {
            builder.addBlock(noise.clone(), from, from + 70_000);
        }

        Part part = builder.build(1, 0, 1).ready().join();

        assertThat(Cuts.raw(part)).isEqualTo(noise);
        assertThat(part.contentLength()).isBetween(210_000L, 210_500L);
    }

    @Test
    void blockUsesThePreviousBlockAsDictionary() throws IOException {
        String line = new String(text(4_000), UTF_8).replace("\n", ";") + "\n";
        byte[] input = line.replace(",", ";").repeat(20).getBytes(UTF_8);

        List<Part> parts = Cuts.cut(input, PartOptions.builder().build(), 5_000);

        assertThat(Cuts.join(parts)).isEqualTo(input);
        assertThat(parts.get(0).contentLength())
                .isLessThan(2
                        * Cuts.cut(line.getBytes(UTF_8), PartOptions.builder().build(), 5_000)
                                .get(0)
                                .contentLength());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void contentDoesNotDependOnTheNumberOfThreads(int threads) throws IOException {
        byte[] input = text(2_000_000);
        PartOptions options =
                PartOptions.builder().maxBytes(300_000).parallelism(threads).build();
        List<Part> expected = Cuts.cut(input, options, 20_000);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try (PartCutter cutter = Cuts.cutter(new ByteArrayInputStream(input), options, executor, 20_000)) {
            List<Part> parts = Cuts.drain(cutter);

            assertThat(parts).hasSize(7);
            for (int i = 0; i < parts.size(); i++) {
                assertThat(Cuts.content(parts.get(i))).isEqualTo(Cuts.content(expected.get(i)));
            }
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void cutsAFileOfSeveralDefaultBlocks() throws IOException {
        byte[] input = text(1_500_000);
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try (PartCutter cutter = new PartCutter(
                new ByteArrayInputStream(input), PartOptions.builder().build(), executor)) {
            assertThat(Cuts.join(Cuts.drain(cutter))).isEqualTo(input);
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void usesAtMostTwoBlocksMoreThanWorkers() throws IOException {
        // Runs a task only when more tasks wait than there are workers: a cutter that uses more blocks would hang.
        int workers = 3;
        Deque<Runnable> waiting = new ArrayDeque<>();
        BlockPool blocks = new BlockPool(workers + 2, 1_000);
        PartOptions options = PartOptions.builder().maxBytes(30_000).build();
        try (PartCutter cutter = new PartCutter(
                new ByteArrayInputStream(text(200_000)),
                options,
                task -> {
                    waiting.add(task);
                    if (waiting.size() > workers) {
                        waiting.remove().run();
                    }
                },
                blocks,
                new DeflaterPool(() -> new Deflater(1, true)))) {
            List<PendingPart> pending = new ArrayList<>();
            for (PendingPart part = cutter.next(); part != null; part = cutter.next()) {
                pending.add(part);
            }
            waiting.forEach(Runnable::run);

            assertThat(blocks.made()).isEqualTo(workers + 2);
            assertThat(pending).hasSize(7).allMatch(part -> part.ready().isDone());
        }
    }

    @Test
    void trailingBlankLinesUseNoBlocks() throws IOException {
        AtomicInteger tasks = new AtomicInteger();
        byte[] input = ("a,b\n" + "\n".repeat(1_000)).getBytes(UTF_8);

        try (PartCutter cutter = Cuts.cutter(
                new ByteArrayInputStream(input),
                PartOptions.builder().build(),
                task -> {
                    tasks.incrementAndGet();
                    task.run();
                },
                16)) {
            assertThat(Cuts.join(Cuts.drain(cutter))).asString(UTF_8).isEqualTo("a,b\n");
        }

        assertThat(tasks).hasValue(1);
    }

    @Test
    void combinesTheChecksumsOfAdjacentBlocks() {
        Random random = new Random(7);
        for (int length : new int[] {0, 1, 2, 31, 32, 1_000, 300_000}) {
            byte[] bytes = new byte[length + 100];
            random.nextBytes(bytes);
            CRC32 expected = new CRC32();
            expected.update(bytes);

            int first = Crc32.of(bytes, 0, 100);
            int second = Crc32.of(bytes, 100, bytes.length);

            assertThat(Integer.toUnsignedLong(Crc32.combine(first, second, length)))
                    .isEqualTo(expected.getValue());
        }
    }

    private static BlockCompressor compressor() {
        return new BlockCompressor(
                Runnable::run, new BlockPool(5, 1), new DeflaterPool(() -> new Deflater(1, true)), new OpenParts());
    }

    private static long size(byte[] input, int level) throws IOException {
        return Cuts.cut(input, PartOptions.builder().gzipLevel(level).build(), 100_000)
                .get(0)
                .contentLength();
    }

    /** Returns records of two columns with about the given number of bytes. */
    static byte[] text(int bytes) {
        Random random = new Random(42);
        StringBuilder text = new StringBuilder();
        while (text.length() < bytes) {
            text.append(random.nextInt())
                    .append(",name ")
                    .append(random.nextInt(50))
                    .append('\n');
        }
        return text.toString().getBytes(UTF_8);
    }
}
