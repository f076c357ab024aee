package io.github.domojvm.simulation;

/** What can happen during a run, apart from faults of the network. */
enum Event {
    STOP("the program stops the upload"),
    INTERRUPT("the thread of the upload is interrupted"),
    CLOSE("the client is closed"),
    CRASH("the process is killed"),
    TOKENS_EXPIRE("the service ends the lifetime of all tokens"),
    OTHER_OPENS("another program opens an execution, which aborts the present one, and leaves it open"),
    OTHER_COMMITS("another program opens an execution, uploads rows and commits them"),
    OTHER_ABORTS("another program aborts the present execution"),
    COLUMNS_CHANGE("another program changes the columns of the DataSet"),
    PROCESSING_FAILS("the service fails to process the next commit"),
    OUTAGE("each request fails for some time");

    final String meaning;

    Event(String meaning) {
        this.meaning = meaning;
    }

    /** Returns whether the event changes the Stream or the DataSet in place of the upload. */
    boolean changesTheStream() {
        return this == OTHER_OPENS || this == OTHER_COMMITS || this == OTHER_ABORTS || this == COLUMNS_CHANGE;
    }

    /** Returns whether the upload must end soon after the event. */
    boolean stopsTheUpload() {
        return this == STOP || this == CLOSE;
    }
}
