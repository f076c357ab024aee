package io.github.domojvm.cli.command;

import io.github.domojvm.csv.CsvSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The source of an upload.
 *
 * @param file a file, a named pipe, or {@code -} for standard input
 */
record UploadSource(String file) {
    private static final String STANDARD_INPUT = "-";

    boolean isStandardInput() {
        return file.equals(STANDARD_INPUT);
    }

    /** Returns whether the source can be read only once. */
    boolean isStreamed() {
        return isStandardInput() || Pipe.is(path());
    }

    Path path() {
        return Path.of(file);
    }

    /** Returns the name for messages. */
    String name() {
        return isStandardInput() ? "standard input" : file;
    }

    /** Returns a text that is the same in every working directory. */
    String key() {
        return isStandardInput() ? file : path().toAbsolutePath().normalize().toString();
    }

    /** Returns the size in bytes, or -1 if it is unknown. */
    long size() throws IOException {
        return isStandardInput() || !Files.isRegularFile(path()) ? -1 : Files.size(path());
    }

    /** Returns a source that fails if its file changes between two reads. */
    CsvSource unchangedFile() throws IOException {
        CsvSource csv = CsvSource.fromFile(path());
        return csv.unchangedSince(csv.mark());
    }

    /** Returns the rows of standard input or a pipe. */
    CsvSource stream(InputStream standardInput) {
        InputStream bytes = isStandardInput() ? standardInput : new Pipe(path());
        return CsvSource.of(name(), () -> bytes);
    }
}
