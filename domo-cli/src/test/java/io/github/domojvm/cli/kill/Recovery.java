package io.github.domojvm.cli.kill;

/** What the same command did after it was killed. */
enum Recovery {
    /** Continued the execution. */
    RESUMED("resumed"),
    /** Found that the rows were committed. */
    SETTLED("already committed"),
    /** Found no execution that could be continued. */
    STARTED_AGAIN("started again"),
    /** Could not determine the outcome; the execution had to be aborted. */
    UNKNOWN("unknown, then aborted"),
    /** Found an open execution whose id was not recorded, and which had to be aborted. */
    ORPHAN("open execution of unknown origin, then aborted"),
    /** Was not run, since the first one ended before it could be killed. */
    ENDED_BEFORE("ended before the kill");

    final String description;

    Recovery(String description) {
        this.description = description;
    }

    static Recovery of(int exitCode, String transcript) {
        if (exitCode == 3) {
            return UNKNOWN;
        }
        if (exitCode == 1 && transcript.contains("is open. An earlier run of this upload was interrupted")) {
            return ORPHAN;
        }
        return transcript.contains("Resuming execution")
                ? RESUMED
                : transcript.contains("An earlier run has already uploaded") ? SETTLED : STARTED_AGAIN;
    }

    boolean isAborted() {
        return this == UNKNOWN || this == ORPHAN;
    }
}
