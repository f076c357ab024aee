package io.github.domojvm.csv;

import io.github.domojvm.internal.Args;
import io.github.domojvm.rest.model.Schema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A source of CSV for an import or upload: a file, text, a stream, or any other supplier of bytes.
 *
 * <pre>{@code
 * CsvSource csv = CsvSource.fromFile(Path.of("sales.csv")).withHeader();
 * domo.load(dataSetId, csv, UpdateMethod.REPLACE);
 * }</pre>
 *
 * <p>The format is that of Domo: UTF-8 (a byte order mark is dropped), commas between fields, double quotes around
 * fields (doubled inside a field), LF or CRLF after records, an empty field for null and a quoted empty field for empty
 * text (Domo docs, DataSet API). {@link CsvDialect} converts other formats. Call {@link #withHeader} if the first
 * record is a header line: Domo cannot distinguish it from data, so it is never sent.
 *
 * <p>Immutable and thread-safe. Creating a source reads nothing. The call that uses it opens, reads and closes it: an
 * import on the calling thread, an upload on the thread of the upload. A file or text can be used again; a source for
 * which {@link #isSingleUse} returns true can be opened only once.
 *
 * <p>A source that cannot be opened or read, or a file that changed during an upload, causes a
 * {@link io.github.domojvm.error.DomoIoException}. CSV that Domo does not accept causes a
 * {@link io.github.domojvm.error.CsvException} with the line. In an upload, it can be the cause of an
 * {@link io.github.domojvm.stream.UploadException}.
 */
public final class CsvSource {
    private final String name;
    private final Opener opener;
    private final @Nullable Path file;
    private final OptionalLong bytes;
    private final Set<Trait> traits;
    private final @Nullable Schema schema;

    private enum Trait {
        HEADER,
        CONVERTED,
        SINGLE_USE
    }

    private CsvSource(String name, Opener opener, @Nullable Path file, OptionalLong bytes) {
        this(name, opener, file, bytes, Set.of(), null);
    }

    private CsvSource(
            String name,
            Opener opener,
            @Nullable Path file,
            OptionalLong bytes,
            Set<Trait> traits,
            @Nullable Schema schema) {
        this.name = name;
        this.opener = opener;
        this.file = file;
        this.bytes = bytes;
        this.traits = traits;
        this.schema = schema;
    }

    /**
     * Creates a source from a file.
     *
     * @param file the file, opened when the upload starts; it must not change until the upload ends
     * @return the source, without a header line
     */
    public static CsvSource fromFile(Path file) {
        Args.notNull("file", file);
        return new CsvSource(file.toString(), () -> Files.newInputStream(file), file, OptionalLong.empty());
    }

    /**
     * Creates a source from text.
     *
     * @param csv the text
     * @return the source, without a header line
     */
    public static CsvSource fromText(String csv) {
        byte[] bytes = Args.notNull("csv", csv).getBytes(StandardCharsets.UTF_8);
        return new CsvSource(
                "the given text", () -> new ByteArrayInputStream(bytes), null, OptionalLong.of(bytes.length));
    }

    /**
     * Creates a source from a stream, which is read to its end and closed. It can be used for one call; another one is
     * rejected. If a call rejects its arguments before reading, the stream stays open.
     *
     * @param csv the stream; needs no buffer
     * @return the source, without a header line
     */
    public static CsvSource fromStream(InputStream csv) {
        Args.notNull("csv", csv);
        return ofSingleUse("the given stream", () -> csv);
    }

    /**
     * Creates a source that can be opened only once. Opening it a second time fails, since the bytes already read would
     * be missing.
     *
     * @param name the name of the source in messages
     * @param opener opens the bytes; called at most once. The reader closes them
     * @return the source, without a header line
     */
    public static CsvSource ofSingleUse(String name, Opener opener) {
        Args.notNull("opener", opener);
        AtomicBoolean opened = new AtomicBoolean();
        Opener once = () -> {
            if (opened.getAndSet(true)) {
                throw new IOException("it can be opened only once and was already opened; create a new source");
            }
            return opener.open();
        };
        return new CsvSource(
                Args.notBlank("name", name), once, null, OptionalLong.empty(), Set.of(Trait.SINGLE_USE), null);
    }

    /**
     * Creates a source from any supplier of bytes, such as an object store.
     *
     * @param name the name of the source in messages
     * @param opener opens the bytes, from the first one at each call. The reader closes them
     * @return the source, without a header line
     */
    public static CsvSource of(String name, Opener opener) {
        return new CsvSource(Args.notBlank("name", name), Args.notNull("opener", opener), null, OptionalLong.empty());
    }

    /**
     * Declares that the first record is a header line. It is compared with the column names of the schema, ignoring
     * case, and not sent.
     *
     * @return the same source with a header line
     */
    public CsvSource withHeader() {
        return new CsvSource(name, opener, file, bytes, with(Trait.HEADER), schema);
    }

    /**
     * Sets the columns of the rows, for a DataSet that is created from them.
     *
     * @param columns the columns, in the order of the fields
     * @return the same source with these columns
     */
    public CsvSource withSchema(Schema columns) {
        Args.notNull("columns", columns);
        return new CsvSource(name, opener, file, bytes, traits, columns);
    }

    /**
     * Returns the columns of the rows.
     *
     * @return the columns of a {@link io.github.domojvm.rows.RowFormat}, a JDBC result or {@link #withSchema}; empty
     *     for other CSV, whose columns can be inferred
     */
    public Optional<Schema> schema() {
        return Optional.ofNullable(schema);
    }

    /**
     * Returns whether the source can be opened only once.
     *
     * @return true for a stream, rows of an iterator, a JDBC result or a pipe
     */
    public boolean isSingleUse() {
        return traits.contains(Trait.SINGLE_USE) || (file != null && Files.exists(file) && !Files.isRegularFile(file));
    }

    /**
     * Returns whether the first record is a header line.
     *
     * @return true after {@link #withHeader()}
     */
    public boolean hasHeader() {
        return traits.contains(Trait.HEADER);
    }

    /**
     * Opens the source.
     *
     * @return the bytes; the caller must close them
     * @throws IOException if it cannot be opened, or can be opened only once and was already opened
     */
    public InputStream open() throws IOException {
        return opener.open();
    }

    /**
     * Returns the size of the source.
     *
     * @return the size in bytes; empty if it is not known before reading
     * @throws IOException if the attributes of the file cannot be read
     */
    public OptionalLong size() throws IOException {
        if (traits.contains(Trait.CONVERTED)) {
            return OptionalLong.empty();
        }
        return file == null || !Files.isRegularFile(file) ? bytes : OptionalLong.of(Files.size(file));
    }

    /**
     * Returns a mark that identifies the state of the source, to detect later changes. For a file it consists of the
     * size, the time of the last modification and, if the platform has one, the file key, which differs if another file
     * was moved to the path. A change within one tick of the file system's clock that preserves all three is not
     * detected.
     *
     * @return the mark, equal to a later one if the source has not changed; empty text for a source whose changes
     *     cannot be detected, such as a stream
     * @throws IOException if the attributes of the file cannot be read
     */
    public Object mark() throws IOException {
        // A pipe has no persistent state.
        if (file == null || !Files.isRegularFile(file)) {
            return "";
        }
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        return found.size() + "@" + found.lastModifiedTime() + "#" + found.fileKey();
    }

    /**
     * Requires the source to be unchanged since an earlier mark, such as one from before its schema was inferred.
     *
     * @param mark the earlier result of {@link #mark}
     * @return the same source; {@link #open} fails if it has changed
     */
    public CsvSource unchangedSince(Object mark) {
        Args.notNull("mark", mark);
        Opener unchanged = () -> {
            if (!mark().equals(mark)) {
                throw new IOException("it changed after it was first read; start again when no program writes to it");
            }
            return opener.open();
        };
        return new CsvSource(name, unchanged, file, bytes, traits, schema);
    }

    /**
     * Returns the name of the source for messages.
     *
     * @return the path of the file, or the name of the source
     */
    @Override
    public String toString() {
        return name;
    }

    /** Returns the same source with converted bytes of unknown length; changes of the file are still detected. */
    CsvSource mapped(BiFunction<String, InputStream, InputStream> change) {
        return new CsvSource(name, () -> change.apply(name, opener.open()), file, bytes, with(Trait.CONVERTED), schema);
    }

    private Set<Trait> with(Trait trait) {
        Set<Trait> all = EnumSet.of(trait);
        all.addAll(traits);
        return all;
    }

    /** Opens the bytes of a source. */
    @FunctionalInterface
    public interface Opener {
        /**
         * Opens the bytes.
         *
         * @return the bytes, from the first one
         * @throws IOException if they cannot be opened
         */
        InputStream open() throws IOException;
    }
}
