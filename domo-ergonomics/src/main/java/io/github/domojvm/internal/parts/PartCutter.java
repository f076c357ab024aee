package io.github.domojvm.internal.parts;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * Splits CSV into parts at the ends of records. The concatenated parts are the input without its byte order mark, its
 * header if there is one, and blank lines after the last record. A line feed is added if the last line has no line end.
 * Nothing else is changed. The same input and options result in the same parts. With {@link PartOptions#avoidAtStart},
 * a part is returned only after the next record has been read.
 *
 * <pre>{@code
 * try (PartCutter cutter = new PartCutter(Files.newInputStream(file), PartOptions.builder().build(), executor)) {
 *     for (PendingPart part = cutter.next(); part != null; part = cutter.next()) {
 *         sent.add(part.ready().thenAcceptAsync(this::send, executor));
 *     }
 *     CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
 * }
 * }</pre>
 *
 * <p>The input must have the format that Domo accepts: UTF-8, commas, quotes doubled inside quoted fields, LF or CRLF,
 * and the same number of columns in every record. With one column, a blank line is a record with an empty value. With
 * several columns, blank lines are dropped after the last record and rejected elsewhere. For malformed input, the call
 * that reaches it throws a {@link CsvFormatException}; earlier parts may already have been sent.
 *
 * <p>Only one thread at a time may cut. It must not be a thread of the executor, since it waits for compression tasks
 * if all blocks are in use. {@link #close} may be called from any thread. A completed part stays in memory as long as
 * the caller references it. To limit memory, call {@link #next} only after earlier parts have been sent.
 */
public final class PartCutter implements Closeable {
    private static final int BLOCK_BYTES = 256 * 1024;
    /** One block is being read, and one receives the rest of it. */
    private static final int SPARE_BLOCKS = 2;

    private final PartOptions options;
    private final BlockSource source;
    private final OpenParts openParts = new OpenParts();
    private final DeflaterPool deflaters;
    private final PartAssembly assembly;

    private @Nullable RecordScanner scanner;
    private List<String> columnNames = List.of();
    private @Nullable List<String> firstRecord;

    /**
     * Creates a cutter. The input is not read before the first call.
     *
     * @param in the CSV bytes; it need not be buffered, and is closed with the cutter
     * @param options limits and compression
     * @param executor runs the compression, one short task per block
     */
    public PartCutter(InputStream in, PartOptions options, Executor executor) {
        this(
                in,
                options,
                executor,
                new BlockPool(options.parallelism() + SPARE_BLOCKS, BLOCK_BYTES),
                new DeflaterPool(() -> new Deflater(1, true)));
    }

    PartCutter(InputStream in, PartOptions options, Executor executor, BlockPool blocks, DeflaterPool deflaters) {
        this.options = options;
        this.source = new BlockSource(in);
        this.deflaters = deflaters;
        this.assembly = new PartAssembly(options, new BlockCompressor(executor, blocks, deflaters, openParts));
    }

    /**
     * Returns the fields of the header. Reads the start of the input if it has not been read.
     *
     * @return the names without quotes; empty if the options declare no header or the input has no records
     * @throws CsvFormatException if the header is malformed or has another number of columns than required
     * @throws IOException if the input cannot be read
     */
    public List<String> columnNames() throws IOException {
        openParts.check();
        try {
            openedScanner();
            return columnNames;
        } catch (IOException | RuntimeException | Error e) {
            openParts.fail(e);
            throw e;
        }
    }

    /**
     * Returns the fields of the first record after the header, to check whether it is a header itself.
     *
     * @return the fields without quotes; empty before the first part, and for a record that is much longer than a
     *     header
     */
    public List<String> firstRecord() {
        return firstRecord == null ? List.of() : firstRecord;
    }

    /**
     * Reads the next part. Waits for input, and for compression tasks if all blocks are in use. A failure also fails
     * the parts that are being compressed.
     *
     * @return the part, or null after the last one
     * @throws CsvFormatException if the input is malformed
     * @throws java.util.concurrent.RejectedExecutionException if the executor rejects a block to compress
     * @throws java.io.InterruptedIOException if the thread is interrupted; its interrupt flag stays set
     * @throws IOException if the input cannot be read, a block cannot be compressed, the cutter was closed, or an
     *     earlier call failed
     */
    public @Nullable PendingPart next() throws IOException {
        openParts.check();
        try {
            return cut(openedScanner());
        } catch (IOException | RuntimeException | Error e) {
            openParts.fail(e);
            throw e;
        }
    }

    /**
     * Stops cutting and closes the input. Parts that are not yet complete fail with {@link CancellationException}, so
     * close the cutter when the last part is complete, or to cancel. Complete parts remain usable.
     *
     * @throws IOException if closing the input fails
     */
    @Override
    public void close() throws IOException {
        openParts.fail(new CancellationException("the cutter was closed"));
        deflaters.close();
        source.close();
    }

    private @Nullable PendingPart cut(RecordScanner records) throws IOException {
        while (assembly.looksAhead() || assembly.records() < options.maxRecords()) {
            if (assembly.addBatch(records)) {
                continue;
            }
            int end = records.next();
            if (end == RecordScanner.NONE) {
                assembly.makeRoom(records.inBlankLines());
                if (fill(records)) {
                    continue;
                }
                return assembly.records() == 0 ? null : opened(assembly.finish(records));
            }
            if (firstRecord == null) {
                byte[] first = assembly.record(end);
                firstRecord = first.length == 0 ? List.of() : HeaderRecord.fields(first);
            }
            PendingPart finished = assembly.add(records, end);
            if (finished != null) {
                return opened(finished);
            }
        }
        return opened(assembly.finish(records));
    }

    private PendingPart opened(PendingPart part) {
        openParts.add(part);
        return part;
    }

    /** Returns false at the end of the input, after the last record has its line end. */
    private boolean fill(RecordScanner records) throws IOException {
        byte[] block = assembly.block();
        int limit = assembly.limit();
        int filled = source.fill(block, limit);
        if (filled == limit) {
            if (!records.inRecord()) {
                return false;
            }
            records.checkEnd();
            block[filled] = '\n';
            filled++;
        }
        records.feed(block, limit, filled);
        assembly.filled(filled);
        return true;
    }

    private RecordScanner openedScanner() throws IOException {
        RecordScanner records = scanner;
        if (records == null) {
            int mark = source.skipMark();
            records = new RecordScanner(options.columns(), options.maxRecordBytes(), 1, mark);
            assembly.begin();
            if (options.header()) {
                readHeader(records);
            }
            scanner = records;
        }
        return records;
    }

    private void readHeader(RecordScanner records) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        int end = records.next();
        while (end == RecordScanner.NONE) {
            header.write(assembly.block(), 0, assembly.limit());
            assembly.filled(0);
            if (!fill(records)) {
                return;
            }
            end = records.next();
        }
        header.write(assembly.block(), 0, end);
        columnNames = HeaderRecord.fields(header.toByteArray());
        assembly.skip(end);
    }
}
