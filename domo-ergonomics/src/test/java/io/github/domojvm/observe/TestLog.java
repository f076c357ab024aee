package io.github.domojvm.observe;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Captures the log of the library at every level and from all threads. */
public final class TestLog extends Handler {
    private static final Logger LOGGER = Logger.getLogger("io.github.domojvm");

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private TestLog() {}

    /** Runs the action and returns the lines logged meanwhile, each starting with its level. */
    public static List<String> during(Runnable action) {
        TestLog log = new TestLog();
        Level level = LOGGER.getLevel();
        LOGGER.setLevel(Level.ALL);
        LOGGER.addHandler(log);
        try {
            action.run();
        } finally {
            LOGGER.removeHandler(log);
            LOGGER.setLevel(level);
        }
        return List.copyOf(log.lines);
    }

    @Override
    public void publish(LogRecord entry) {
        StringWriter line = new StringWriter();
        line.append(entry.getLevel() + " " + new SimpleFormatter().formatMessage(entry));
        if (entry.getThrown() != null) {
            entry.getThrown().printStackTrace(new PrintWriter(line, true));
        }
        lines.add(line.toString());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
