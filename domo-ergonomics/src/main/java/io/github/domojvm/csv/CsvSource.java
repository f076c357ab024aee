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
 * Where CSV comes from: a file, a text, or a stream that is read once.
 *
 * <p>The CSV is what Domo takes: UTF-8 (a byte order mark is dropped), fields separated by commas, quoted with double
 * quotes that are doubled inside, records ended by LF or CRLF, an empty field for null and a quoted empty field for
 * empty text (Domo docs, DataSet API). Whether there is a header line must be said, since Domo does not tell it apart
 * from data; it is never sent.
 *
 * <p>Immutable, but for what a given stream itself is.
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
     * Takes a file.
     *
     * @param file the file, opened when the upload begins; it must not change until the upload ends
     * @return the source, without a header line
     */
    public static CsvSource fromFile(Path file) {
        Args.notNull("file", file);
        return new CsvSource(file.toString(), () -> Files.newInputStream(file), file, OptionalLong.empty());
    }

    /**
     * Takes a text.
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
     * Takes a stream, which is read once, to its end, and closed; one that is refused before it is read stays open. It
     * serves one call: a second one is refused.
     *
     * @param csv the stream; it need not be buffered
     * @return the source, without a header line
     */
    public static CsvSource fromStream(InputStream csv) {
        Args.notNull("csv", csv);
        return ofSingleUse("the given stream", () -> csv);
    }

    /**
     * Takes what gives its bytes once. Opening it a second time fails: what was read before would be missing,
     * unnoticed.
     *
     * @param name names the source in messages
     * @param opener opens it, called once at most; the bytes are closed by who reads them
     * @return the source, without a header line
     */
    public static CsvSource ofSingleUse(String name, Opener opener) {
        Args.notNull("opener", opener);
        AtomicBoolean opened = new AtomicBoolean();
        Opener once = () -> {
            if (opened.getAndSet(true)) {
                throw new IOException("it comes once and was opened before; make it anew");
            }
            return opener.open();
        };
        return new CsvSource(
                Args.notBlank("name", name), once, null, OptionalLong.empty(), Set.of(Trait.SINGLE_USE), null);
    }

    /**
     * Takes whatever gives bytes, for instance an object in a store.
     *
     * @param name names the source in messages
     * @param opener opens it, anew each time when it can; the bytes are closed by who reads them
     * @return the source, without a header line
     */
    public static CsvSource of(String name, Opener opener) {
        return new CsvSource(Args.notBlank("name", name), Args.notNull("opener", opener), null, OptionalLong.empty());
    }

    /**
     * Says that the first record is a header line. It is compared with the schema's column names, upper and lower case
     * aside, and not sent.
     *
     * @return the same source with a header line
     */
    public CsvSource withHeader() {
        return new CsvSource(name, opener, file, bytes, with(Trait.HEADER), schema);
    }

    /**
     * States the columns of the rows, for a DataSet that is created from them.
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
     * @return true for a stream, rows of an iterator, a JDBC result and a pipe
     */
    public boolean isSingleUse() {
        return traits.contains(Trait.SINGLE_USE) || (file != null && Files.exists(file) && !Files.isRegularFile(file));
    }

    /**
     * Tells whether the first record is a header line.
     *
     * @return true after {@link #withHeader()}
     */
    public boolean hasHeader() {
        return traits.contains(Trait.HEADER);
    }

    /**
     * Opens it.
     *
     * @return the bytes, to be closed by the caller
     * @throws IOException when it cannot be opened, or comes once and was opened before
     */
    public InputStream open() throws IOException {
        return opener.open();
    }

    /**
     * Returns how large it is.
     *
     * @return its size in bytes; empty when that is not known beforehand
     * @throws IOException when the file cannot be looked at
     */
    public OptionalLong size() throws IOException {
        if (traits.contains(Trait.CONVERTED)) {
            return OptionalLong.empty();
        }
        return file == null || !Files.isRegularFile(file) ? bytes : OptionalLong.of(Files.size(file));
    }

    /**
     * Returns a mark by which a later change of the source shows. For a file it holds the size, the time of the last
     * modification and, where the platform has one, the file key, which differs when another file was moved to the
     * path. A change within one tick of the file system's clock that keeps all three does not show.
     *
     * @return the mark, equal to another one as long as the source has not changed; an empty text for a source whose
     *     changes do not show, such as a stream
     * @throws IOException when the file cannot be looked at
     */
    public Object mark() throws IOException {
        // A pipe has no state that stays: what was read is gone.
        if (file == null || !Files.isRegularFile(file)) {
            return "";
        }
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        return found.size() + "@" + found.lastModifiedTime() + "#" + found.fileKey();
    }

    /**
     * Requires the source to be as it was when a mark was taken, for instance before its schema was inferred.
     *
     * @param mark what {@link #mark} returned then
     * @return the same source; {@link #open} fails when it has changed since
     */
    public CsvSource unchangedSince(Object mark) {
        Args.notNull("mark", mark);
        Opener unchanged = () -> {
            if (!mark().equals(mark)) {
                throw new IOException("it changed since it was first looked at; start again when nothing writes to it");
            }
            return opener.open();
        };
        return new CsvSource(name, unchanged, file, bytes, traits, schema);
    }

    /**
     * Names the source for messages.
     *
     * @return the file's path, or what else it is
     */
    @Override
    public String toString() {
        return name;
    }

    /** The same source with other bytes, of a length not known; changes of the file still show. */
    CsvSource mapped(BiFunction<String, InputStream, InputStream> change) {
        return new CsvSource(name, () -> change.apply(name, opener.open()), file, bytes, with(Trait.CONVERTED), schema);
    }

    private Set<Trait> with(Trait trait) {
        Set<Trait> all = EnumSet.of(trait);
        all.addAll(traits);
        return all;
    }

    /** Opens a source. */
    @FunctionalInterface
    public interface Opener {
        /**
         * Opens it.
         *
         * @return the bytes from the first one on
         * @throws IOException when it cannot be opened
         */
        InputStream open() throws IOException;
    }
}
