package io.github.domojvm.internal.csv;

import io.github.domojvm.error.DomoIoException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Says why a source cannot be read. The file system says nothing but the path where a file is missing. */
public final class Unreadable {
    private Unreadable() {}

    /**
     * Makes the exception.
     *
     * @param source names the source
     * @param e what happened
     * @param more a sentence to end with, with a blank before it; may be empty
     * @return the exception to throw
     */
    public static DomoIoException source(Object source, IOException e, String more) {
        return new DomoIoException("Cannot read " + source + ": " + reason(e) + "." + more, true, e);
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
            return "there is no such file; check the path";
        }
        if (e instanceof AccessDeniedException) {
            return "access is denied; check the rights";
        }
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
