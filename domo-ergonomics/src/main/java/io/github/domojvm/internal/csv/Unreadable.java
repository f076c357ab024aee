package io.github.domojvm.internal.csv;

import io.github.domojvm.error.DomoIoException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Explains why a source cannot be read. For a missing file, the message of the file system is only the path. */
public final class Unreadable {
    private Unreadable() {}

    /**
     * Creates the exception.
     *
     * @param source the source, named in the message
     * @param e the failure
     * @param more a final sentence with a leading space; may be empty
     * @return the exception to throw
     */
    public static DomoIoException source(Object source, IOException e, String more) {
        return new DomoIoException("Cannot read " + source + ": " + reason(e) + "." + more, true, e);
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
            return "the file does not exist; check the path";
        }
        if (e instanceof AccessDeniedException) {
            return "access is denied; check the permissions";
        }
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
