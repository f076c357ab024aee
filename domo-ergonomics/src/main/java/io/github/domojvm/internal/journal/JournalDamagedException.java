package io.github.domojvm.internal.journal;

import java.io.IOException;

/** The content of a file is not that of a complete journal. The message names the file, the line and the problem. */
public final class JournalDamagedException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with the file. */
    private final Problem problem;
    /** The line of the file, from 1, or 0. */
    private final long line;

    JournalDamagedException(Problem problem, long line, String message) {
        super(message);
        this.problem = problem;
        this.line = line;
    }

    /**
     * Returns what is wrong with the file.
     *
     * @return the kind of the problem
     */
    public Problem problem() {
        return problem;
    }

    /**
     * Returns the line with the problem. Lines that only fill a page are counted, as in an editor.
     *
     * @return the line, from 1, or 0 if the problem is not one of a single line
     */
    public long line() {
        return line;
    }

    /** The problems of a file. */
    public enum Problem {
        /** The file has no content. */
        EMPTY,
        /** The file does not start like a journal, or is not a regular file. */
        NOT_A_JOURNAL,
        /** A newer version of the library wrote the file. */
        NEWER_VERSION,
        /** The file ends within a line, or before the first record. */
        TORN,
        /** A line was changed, or is not a record. */
        DAMAGED,
        /** A record is valid but not the next one: lines were removed, duplicated, or swapped. */
        OUT_OF_SEQUENCE,
        /** A record is valid but lacks a field, or a number is not a number. */
        INVALID_FIELD
    }
}
