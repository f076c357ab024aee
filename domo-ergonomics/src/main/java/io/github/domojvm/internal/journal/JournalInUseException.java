package io.github.domojvm.internal.journal;

import java.io.IOException;
import java.nio.file.Path;

/** A journal is open in another process, or a second time in this one. The message names the file. */
public final class JournalInUseException extends IOException {
    private static final long serialVersionUID = 1L;

    JournalInUseException(Path file, String owner) {
        super("The journal " + file + " is in use: " + owner + " has it open.");
    }
}
