package io.github.domojvm.schema;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.CsvException;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.DomoIoException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Tells why a source gave no CSV. */
final class SourceFailure {
    private SourceFailure() {}

    /** What a conversion refuses arrives wrapped, as if this CSV were broken; only the refusal itself knows the place. */
    static DomoException origin(CsvException e) {
        DomoException origin = e;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            origin = cause instanceof DomoException inner ? inner : origin;
        }
        return origin;
    }

    /** Java's own message of a missing or forbidden file is its path alone. */
    static DomoIoException unreadable(CsvSource csv, IOException e) {
        return new DomoIoException("Cannot read " + csv + ": " + reason(e), true, e);
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file. Check the path.";
        }
        return e instanceof AccessDeniedException
                ? "access is denied. Check the rights of the file and of the folders above it."
                : e + ". Check the source and try again.";
    }
}
