package io.github.domojvm.simulation;

import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.stream.Streams;
import io.github.domojvm.stream.UploadOutcome;
import io.github.domojvm.stream.UploadResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * One upload with all its runs under faults that a seed determines: the program starts it again after a crash or a
 * failure, then the service recovers, and what is unknown is reconciled.
 */
final class Simulation {
    private static final String JOURNAL = "journal";
    private static final int MOST_RUNS = 4;
    private static final int MOST_SPARED_REQUESTS = 25;
    private static final Duration LONGEST_RUN = Duration.ofHours(12);
    private static final Duration AFTER_A_RUN = Duration.ofSeconds(10);
    private static final Duration RECOVERY = Duration.ofHours(2);
    private static final Duration LONG_AFTERWARDS = Duration.ofDays(3);

    private final long seed;
    private final SplittableRandom random;
    private final Path folder;
    private final Scheduler scheduler;
    private final Trace trace;
    private final Scenario scenario;
    private final SimulatedDomo service;
    private final Faults faults;
    private final Network network;
    private final Facts facts;
    private final Disturbances disturbances;

    private Simulation(long seed, int faultPercent, Path folder, boolean tracesJournal) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        this.folder = folder;
        this.scheduler = new Scheduler(random.split());
        this.trace = new Trace(scheduler, tracesJournal ? folder.resolve(JOURNAL) : null);
        this.scenario = Scenario.of(random.split());
        SimulatedStream stream = new SimulatedStream(
                scheduler, scenario.rules(), scenario.updateMethod().name(), List.of("id", "value"));
        this.service = new SimulatedDomo(scheduler, scenario.rules(), stream);
        this.faults = new Faults(faultPercent, random.split());
        this.network = new Network(scheduler, service, faults, random.split(), trace);
        this.facts = new Facts(scenario, stream, faultPercent);
        this.disturbances = new Disturbances(random.split(), scheduler, service, faults, facts, trace);
    }

    /** Runs the simulation of a seed. The folder is for journals and must be empty. */
    static SimulationResult run(long seed, int faultPercent, Path folder) {
        return new Simulation(seed, faultPercent, folder, false).run();
    }

    /** Runs the simulation of a seed with the records of the journal in the trace. */
    static SimulationResult replay(long seed, int faultPercent, Path folder) {
        return new Simulation(seed, faultPercent, folder, true).run();
    }

    private SimulationResult run() {
        trace.add("seed " + seed + ": " + scenario);
        earlierUpload();
        int run = 1;
        for (boolean again = true; again; run++) {
            perform(run);
            again = run < MOST_RUNS && runsAgain();
        }
        faults.heal();
        settle(run);
        scheduler.run(LONG_AFTERWARDS, () -> false);
        facts.duplicatedCommit = network.hasDuplicatedCommit();
        return new SimulationResult(
                seed, facts, faults.fired(), Invariant.violations(facts), scheduler.elapsed(), trace.lines());
    }

    /** Stores rows that are in the DataSet before the upload, and leaves a time between them and the upload. */
    private void earlierUpload() {
        RandomGenerator choice = random.split();
        SimulatedStream stream = service.stream();
        if (scenario.initialRows() > 0) {
            SimulatedExecution earlier = stream.create(Caller.OTHER, UpdateMethod.APPEND.name());
            for (int i = 1; i <= scenario.initialRows(); i++) {
                stream.part(Caller.OTHER, earlier, i, List.of("earlier" + i + ",x"));
            }
            stream.commit(Caller.OTHER, earlier);
            scheduler.run(Duration.ofSeconds(600 + choice.nextInt(1200)), () -> false);
        }
    }

    private void perform(int run) {
        UploadProcess upload = new UploadProcess(scenario, scheduler, network, service, run, random.split());
        switch (random.nextInt(3)) {
            case 0 -> faults.spare(random.nextInt(MOST_SPARED_REQUESTS));
            case 1 -> faults.spareUntil("/commit");
            default -> faults.spare(0);
        }
        faults.aim(Faults.TARGETS.get(random.nextInt(Faults.TARGETS.size())), random.nextInt(4));
        disturbances.plan(upload);
        upload.start(folder.resolve(JOURNAL));
        Duration begin = scheduler.elapsed();
        boolean ended = scheduler.run(
                LONGEST_RUN, () -> upload.hasEnded() || upload.process().isKilled());
        facts.runs++;
        facts.uploading = facts.uploading.plus(scheduler.elapsed().minus(begin));
        if (upload.process().isKilled()) {
            KilledFiles.release(folder);
            return;
        }
        if (!ended) {
            facts.endless.add("run " + run + " did not end: " + upload.process().live());
            upload.process().kill();
            KilledFiles.release(folder);
            return;
        }
        trace.add("run " + run + " ended: " + upload.claim());
        facts.claims.add(upload.claim());
        if (disturbances.stoppedAt() != null) {
            facts.stops.add(upload.claim().at().minus(disturbances.stoppedAt()));
        }
        scheduler.run(AFTER_A_RUN, () -> upload.process().live().isEmpty());
        facts.leftThreads.addAll(upload.process().live());
        if (upload.claim().result() != null) {
            facts.endings.add(upload.endings());
        }
    }

    /** Only an upload with a journal may be started again whatever became of it. */
    private boolean runsAgain() {
        Claim last = facts.claims.isEmpty() ? null : facts.claims.get(facts.claims.size() - 1);
        boolean again = scenario.journal() && (last == null || !last.isCommitted()) && random.nextInt(5) > 0;
        if (again) {
            scheduler.run(Duration.ofSeconds(random.nextInt(600)), () -> false);
        }
        return again;
    }

    /** Lets the program find out what became of an upload whose outcome it does not know. */
    private void settle(int run) {
        Path journal = folder.resolve(JOURNAL);
        Claim last = facts.claims.isEmpty() ? null : facts.claims.get(facts.claims.size() - 1);
        boolean killed = last == null || last.run() != run - 1;
        if (killed ? !Files.exists(journal) : !last.is(UploadOutcome.UNKNOWN)) {
            return;
        }
        boolean byJournal = killed || (scenario.journal() && random.nextBoolean());
        scheduler.run(RECOVERY, () -> false);
        facts.reconciled =
                reconcile(run, streams -> byJournal ? streams.reconcile(journal) : streams.reconcile(last.result()));
        facts.stateWhenReconciled = state(facts.reconciled);
        if (facts.reconciled != null && facts.reconciled.is(UploadOutcome.UNKNOWN)) {
            facts.aborted = reconcile(
                    run + 1,
                    streams ->
                            byJournal ? streams.abortAndReconcile(journal) : streams.abortAndReconcile(last.result()));
            facts.stateWhenAborted = state(facts.aborted);
        }
    }

    private SimulatedExecution.State state(Claim claim) {
        return claim == null
                        || claim.result() == null
                        || claim.result().executionId().isEmpty()
                ? null
                : service.stream()
                        .execution(claim.result().executionId().getAsLong())
                        .map(execution -> execution.state)
                        .orElse(null);
    }

    private Claim reconcile(int run, Function<Streams, UploadResult> task) {
        UploadProcess process = new UploadProcess(scenario, scheduler, network, service, run, random.split());
        process.start(task);
        if (!scheduler.run(LONGEST_RUN, process::hasEnded)) {
            facts.endless.add(
                    "the reconciliation did not end: " + process.process().live());
            process.process().kill();
            return null;
        }
        trace.add("reconciled: " + process.claim());
        return process.claim();
    }
}
