package io.github.domojvm.stream;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.internal.csv.Unreadable;
import io.github.domojvm.internal.source.Spool;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The source of an upload that may have a journal. With a journal, a source that is not a regular file is copied next
 * to the journal, and its content identifies it.
 *
 * @param csv the source to read
 * @param mark identifies the state of the source
 * @param copy the copy; null if the source is read directly
 */
record JournaledSource(CsvSource csv, String mark, @Nullable Spool copy) {
    static JournaledSource of(CsvSource csv, @Nullable Path journal) {
        if (journal == null) {
            return new JournaledSource(csv, "", null);
        }
        try {
            String mark = csv.mark().toString();
            if (!mark.isEmpty()) {
                return new JournaledSource(csv, mark, null);
            }
        } catch (IOException e) {
            throw Unreadable.source(csv, e, " Nothing was sent.");
        }
        Spool copy = Spool.at(journal.resolveSibling(journal.getFileName() + ".rows.new"), csv);
        return new JournaledSource(copy.source(), copy.mark(), copy);
    }

    /** Returns the path of the copy that belongs to a journal. */
    static Path copyOf(Path journal) {
        return journal.resolveSibling(journal.getFileName() + ".rows");
    }

    /** Replaces the copy of an earlier run, after it was compared with this one. */
    void publish(@Nullable Path journal) {
        if (copy != null && journal != null) {
            copy.moveTo(copyOf(journal));
        }
    }

    /** Deletes the copy of an upload that has ended. */
    void delete() {
        if (copy != null) {
            copy.close();
        }
    }
}
