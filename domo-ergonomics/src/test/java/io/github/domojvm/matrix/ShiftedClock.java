package io.github.domojvm.matrix;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A wall clock that can jump. */
final class ShiftedClock extends Clock {
    private final Clock clock;
    private volatile Duration shift = Duration.ZERO;

    ShiftedClock(Clock clock) {
        this.clock = clock;
    }

    void jump(Duration time) {
        shift = shift.plus(time);
    }

    void reset() {
        shift = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return clock.instant().plus(shift);
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
