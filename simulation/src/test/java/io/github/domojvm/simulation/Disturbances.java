package io.github.domojvm.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Lets events happen at random steps of a run. */
final class Disturbances {
    private static final List<Event> EVENTS = List.of(Event.values());
    private static final int MOST_STEPS_POWER = 10;
    private static final int STEPS_AFTER_REQUEST = 30;

    private final RandomGenerator random;
    private final Scheduler scheduler;
    private final SimulatedDomo service;
    private final Faults faults;
    private final Facts facts;
    private final Trace trace;
    private Duration stoppedAt;
    private int otherRows;

    Disturbances(
            RandomGenerator random,
            Scheduler scheduler,
            SimulatedDomo service,
            Faults faults,
            Facts facts,
            Trace trace) {
        this.random = random;
        this.scheduler = scheduler;
        this.service = service;
        this.faults = faults;
        this.facts = facts;
        this.trace = trace;
    }

    /** Returns when the present run was stopped; null if it was not. */
    Duration stoppedAt() {
        return stoppedAt;
    }

    /** Plans the events of a run: at a step, the earlier ones being more likely, or shortly after a request. */
    void plan(UploadProcess run) {
        stoppedAt = null;
        int count = random.nextInt(3);
        for (int i = 0; i < count; i++) {
            plan(EVENTS.get(random.nextInt(EVENTS.size())), run);
        }
        if (facts.scenario.journal() && random.nextInt(3) == 0) {
            plan(Event.CRASH, run);
        }
    }

    private void plan(Event event, UploadProcess run) {
        if (random.nextBoolean()) {
            int range = 1 << random.nextInt(MOST_STEPS_POWER);
            run.process().atStep(range + random.nextInt(range), () -> happen(event, run));
        } else {
            String target = Faults.TARGETS.get(random.nextInt(Faults.TARGETS.size()));
            run.process().afterRequest(target, random.nextInt(STEPS_AFTER_REQUEST), () -> happen(event, run));
        }
    }

    private void happen(Event event, UploadProcess run) {
        if (!run.isUploading()) {
            return;
        }
        trace.add(event.meaning);
        facts.events.merge(event, 1, Integer::sum);
        if (event.stopsTheUpload() && stoppedAt == null) {
            stoppedAt = scheduler.elapsed();
        }
        SimulatedStream stream = service.stream();
        switch (event) {
            case STOP -> run.stop();
            case INTERRUPT -> run.interrupt();
            case CLOSE -> run.close();
            case CRASH -> run.process().kill();
            case TOKENS_EXPIRE -> service.expireTokens();
            case OTHER_OPENS -> stream.create(Caller.OTHER, "APPEND");
            case OTHER_COMMITS -> otherUpload(stream);
            case OTHER_ABORTS -> stream.active().ifPresent(stream::abort);
            case COLUMNS_CHANGE ->
                stream.columns(random.nextBoolean() ? List.of("value", "id") : List.of("id", "value", "x"));
            case PROCESSING_FAILS ->
                stream.endNextAs(
                        random.nextBoolean() ? SimulatedExecution.State.ERROR : SimulatedExecution.State.INVALID);
            case OUTAGE -> {
                faults.outage(true);
                scheduler.after(Duration.ofSeconds(1 + random.nextInt(600)), () -> faults.outage(false));
            }
        }
    }

    private void otherUpload(SimulatedStream stream) {
        SimulatedExecution execution = stream.create(Caller.OTHER, random.nextBoolean() ? "APPEND" : "REPLACE");
        List<String> rows = new ArrayList<>(IntStream.range(0, 1 + random.nextInt(5))
                .mapToObj(i -> "other" + ++otherRows + ",x")
                .toList());
        stream.part(Caller.OTHER, execution, 1, rows);
        scheduler.after(Duration.ofMillis(random.nextInt(20_000)), () -> stream.commit(Caller.OTHER, execution));
    }
}
