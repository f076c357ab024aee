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
 * Cuts a CSV input into parts at the ends of records. The parts, joined, are the input without its byte order mark, its
 * header if there is one, and blank lines after the last record; a last line without a line end gets a line feed.
 * Nothing else changes. The same input and options give the same parts. With {@link PartOptions#avoidAtStart} a part is
 * returned when the record after it was read too.
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
 * <p>Accepted is what Domo accepts: UTF-8, commas, double quotes doubled inside quotes, LF or CRLF, the same number of
 * columns in every record. A blank line is a record, an empty value, where there is one column; after the last record
 * of wider data it is dropped, elsewhere refused. What is refused comes as {@link CsvFormatException} from the call
 * that reaches it, when parts before it may be on their way.
 *
 * <p>One thread at a time may cut, and it must not be one that the compressing tasks need: it waits for them when the
 * blocks in memory are all in use. {@link #close} may come from any thread. A part that is ready stays in memory until
 * the caller lets go of it; who calls {@link #next} only as often as parts have been sent bounds that too.
 */
public final class PartCutter implements Closeable {
    private static final int BLOCK_BYTES = 256 * 1024;
    /** One is being read, and one takes what that leaves over. */
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
     * Starts to cut; nothing is read before the first call.
     *
     * @param in the CSV bytes; needs no buffer, and is closed with the cutter
     * @param options limits and compression
     * @param executor runs the compression, one short task a block
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
        this.assembly = new PartAssembly(options, new BlockCompressor(options, executor, blocks, deflaters, openParts));
    }

    /**
     * The fields of the header. Reads the start of the input if no call has done so yet.
     *
     * @return the names as they stand, unquoted; empty when the options tell of no header or the input has no records
     * @throws CsvFormatException when the header breaks the grammar or has other than the expected columns
     * @throws IOException when the input cannot be read
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
     * The fields of the first record after the header, to tell whether it is one itself.
     *
     * @return the fields, unquoted; empty before the first part, and for a record far longer than any header
     */
    public List<String> firstRecord() {
        return firstRecord == null ? List.of() : firstRecord;
    }

    /**
     * Reads on to the end of the next part. Waits for input, and for compressing tasks when they are behind. A failure
     * ends the parts that are still being compressed as well.
     *
     * @return the part, or null after the last one
     * @throws CsvFormatException when the input breaks the grammar
     * @throws java.io.InterruptedIOException when the thread is interrupted; its flag stays set
     * @throws IOException when the input cannot be read, a block cannot be compressed, the cutter was closed, or an
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
     * Stops everything and closes the input. Parts that are not ready by then fail with {@link CancellationException},
     * so close when the last part is ready, or to give up. Parts that are ready stay usable.
     *
     * @throws IOException when closing the input fails
     */
    @Override
    public void close() throws IOException {
        openParts.fail(new CancellationException("the cutter was closed"));
        deflaters.close();
        source.close();
    }

    private @Nullable PendingPart cut(RecordScanner records) throws IOException {
        while (assembly.looksAhead() || assembly.records() < options.maxRecords()) {
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

    /** Returns false at the end of the input, when the last record has its line end too. */
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
