package io.github.domojvm.internal.call;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okio.AsyncTimeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs an action after a time, on the daemon thread that OkHttp already uses for the timeouts of every call. It ends
 * when it is idle, so that no thread has to be started or closed here.
 */
final class Alarm extends AsyncTimeout implements Timing.Scheduled {
    private static final Logger LOG = LoggerFactory.getLogger(Alarm.class);

    private final Runnable action;

    private Alarm(Runnable action) {
        this.action = action;
    }

    static Alarm after(Duration wait, Runnable action) {
        Alarm alarm = new Alarm(action);
        alarm.timeout(Math.max(1, Timing.nanosOf(wait)), TimeUnit.NANOSECONDS);
        alarm.enter();
        return alarm;
    }

    /** Removes the action unless it has started. */
    @Override
    public void remove() {
        exit();
    }

    /** An exception would end the thread, and with it the timeouts of all calls. */
    @Override
    protected void timedOut() {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.warn("An action after a time failed", e);
        }
    }
}
