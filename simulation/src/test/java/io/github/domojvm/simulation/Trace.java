package io.github.domojvm.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The events of one simulation in order, each with its virtual time. */
final class Trace {
    private final Scheduler scheduler;
    private final Path journal;
    private final List<String> lines = new ArrayList<>();
    private int journalLines;

    /** Creates a trace that includes the records of a journal; null for none, since reading them takes time. */
    Trace(Scheduler scheduler, Path journal) {
        this.scheduler = scheduler;
        this.journal = journal;
    }

    void add(String event) {
        if (journal != null && Files.exists(journal)) {
            addJournal();
        }
        append(event);
    }

    private void addJournal() {
        try {
            List<String> records = Files.readAllLines(journal);
            for (; journalLines < records.size(); journalLines++) {
                append("journal: " + records.get(journalLines));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(String event) {
        String thread =
                SimulatedProcess.isCurrent(scheduler) ? Thread.currentThread().getName() : "";
        String time = Long.toString(scheduler.elapsed().toMillis());
        lines.add(" ".repeat(Math.max(0, 12 - time.length())) + time + " ms  " + thread
                + " ".repeat(Math.max(1, 14 - thread.length())) + event);
    }

    /** Returns the lines. */
    List<String> lines() {
        return lines;
    }
}
