package io.github.domojvm.cli.kill;

import io.github.domojvm.cli.kill.RequestEvent.Phase;
import java.util.List;

/**
 * When an upload is killed.
 *
 * @param command what is uploaded and how
 * @param name describes the point
 * @param condition whether it is reached; not used if {@code records} is positive
 * @param records the number of records in the journal at which the upload is killed; 0 for a condition
 */
record KillPoint(Command command, String name, Condition condition, int records) {
    /** What is uploaded and how. */
    enum Command {
        /** 100 rows in 50 parts, after 1,000 existing rows. */
        APPEND,
        /** 2 rows in 1 part, after 1,000 existing rows. */
        APPEND_TWO_ROWS,
        /** 100 rows in 50 parts, instead of 1,000 existing rows. */
        REPLACE,
        /** 100 rows in 50 parts, to a DataSet that the command creates. */
        CREATE
    }

    /** A condition on the events so far, of which the last one has just happened. */
    @FunctionalInterface
    interface Condition {
        boolean holds(List<RequestEvent> events);
    }

    /** The event with this number, from 1. */
    static KillPoint event(Command command, int number) {
        return new KillPoint(command, "event " + number, events -> events.size() == number, 0);
    }

    /** The n-th time that a request with this method and end of the path reaches a phase. */
    static KillPoint request(Command command, String method, String pathEnd, int nth, Phase phase) {
        Condition condition = events -> {
            RequestEvent last = events.get(events.size() - 1);
            return last.phase() == phase
                    && matches(last, method, pathEnd)
                    && events.stream()
                                    .filter(event -> event.phase() == phase && matches(event, method, pathEnd))
                                    .count()
                            == nth;
        };
        return new KillPoint(command, method + " *" + pathEnd + ", " + nth + ", " + phase, condition, 0);
    }

    /** As soon as the journal has this number of records. */
    static KillPoint records(Command command, int records) {
        return new KillPoint(command, records + " records in the journal", events -> false, records);
    }

    private static boolean matches(RequestEvent event, String method, String pathEnd) {
        return event.method().equals(method)
                && (pathEnd.endsWith("/")
                        ? event.path().contains(pathEnd)
                        : event.path().endsWith(pathEnd));
    }

    @Override
    public String toString() {
        return command + ", " + name;
    }
}
