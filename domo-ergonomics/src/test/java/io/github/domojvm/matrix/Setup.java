package io.github.domojvm.matrix;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.stream.Upload;
import io.github.domojvm.stream.UploadRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/** A cell that is about to run: its target, its planned faults, and its changes to the upload. */
final class Setup {
    final World world;
    final Shape shape;
    final Phase phase;
    final UpdateMethod method;
    final Target target;
    private final Times times;
    private final List<Consumer<UploadRequest.Builder>> options = new ArrayList<>();
    private final CompletableFuture<Upload> upload = new CompletableFuture<>();
    private CsvSource source;
    private EarlierRun earlier;
    private Supplier<Observed> instead;
    private boolean sourceChanged;
    private boolean restart;
    private boolean leavesEarlierRun;
    private boolean onThisThread;
    private boolean interrupted;
    private List<List<String>> committedByOthers = List.of();
    private final List<Runnable> checks = new ArrayList<>();
    private boolean otherProgram;
    private final List<Planned> planned = new ArrayList<>();

    Setup(World world, Shape shape, Phase phase, UpdateMethod method, Times times) {
        this.world = world;
        this.shape = shape;
        this.phase = phase;
        this.method = method;
        this.target = phase.target(shape);
        this.times = times;
        this.source = CsvSource.fromText(shape.csv());
    }

    void source(CsvSource newSource) {
        source = newSource;
    }

    CsvSource source() {
        return source;
    }

    /** Notes that the rows which are sent are not those of the table. */
    void changeSource() {
        sourceChanged = true;
    }

    boolean isSourceChanged() {
        return sourceChanged;
    }

    /** Performs the steps of the upload on the thread of the test. */
    void runOnThisThread() {
        onThisThread = true;
    }

    boolean isOnThisThread() {
        return onThisThread;
    }

    void started(Upload newUpload) {
        upload.complete(newUpload);
    }

    /** Returns the upload, once it has started. */
    Upload upload() {
        return upload.join();
    }

    /** Notes and clears the interrupt flag, so that the checks can send requests. */
    void ended() {
        interrupted = Thread.interrupted();
    }

    boolean wasInterrupted() {
        return interrupted;
    }

    /** Notes an effect that has already happened. */
    void happened() {
        counted(times::limit);
    }

    void earlier(EarlierRun run) {
        world.closeLater(run::close);
        earlier = run;
    }

    /** Runs a program in place of the upload or export. */
    void instead(Supplier<Observed> program) {
        instead = program;
    }

    /** Runs the upload or export, or the program in its place. */
    Observed run(Supplier<Observed> normal) {
        return instead == null ? normal.get() : instead.get();
    }

    /** Completes the upload of an earlier run, even in phase A. */
    void restart() {
        restart = true;
    }

    boolean isRestart() {
        return restart;
    }

    /** Requires that the execution of the earlier run is neither used nor aborted. */
    void leaveEarlierRun() {
        leavesEarlierRun = true;
    }

    boolean leavesEarlierRun() {
        return leavesEarlierRun;
    }

    /** Lists the requests of the earlier run, if there was one, and of the cell. */
    List<Sent> sent() {
        return Stream.concat(earlier == null ? Stream.of() : earlier.sent().stream(), world.wire.sent().stream())
                .toList();
    }

    /** Sets the rows that another program commits in the execution of the upload. */
    void otherProgramCommits(List<List<String>> rows) {
        committedByOthers = rows;
    }

    List<List<String>> committedByOthers() {
        return committedByOthers;
    }

    /** Returns the requests of the target to which the fault applies. */
    Fault.On on() {
        return times.of(target.on());
    }

    /** Adds a fault to the sandbox. */
    IntSupplier sandbox(Fault fault) {
        world.servers.sandbox.faults().add(fault);
        return counted(() -> world.servers.sandbox.faults().fired(fault));
    }

    /** Adds a fault to the proxy. */
    IntSupplier proxy(Fault fault) {
        world.servers.proxy.faults().add(fault);
        return counted(() -> world.servers.proxy.faults().fired(fault));
    }

    /** Adds a fault to the proxy that holds back the response, and ends the wait for it. */
    void stall(Fault fault) {
        world.wire.expectStall(target, proxy(fault));
    }

    /** Adds a fault to the proxy that takes effect at least once. */
    void whatever(Fault fault) {
        world.servers.proxy.faults().add(fault);
        planned.add(new Planned(() -> world.servers.proxy.faults().fired(fault), Times.ANY));
    }

    /** Performs an action before the request is sent. */
    void before(Runnable action) {
        counted(world.wire.before(target, times.limit(), action));
    }

    /** Performs a check after the cell has run. */
    void afterwards(Runnable check) {
        checks.add(check);
    }

    void checkAfterwards() {
        checks.forEach(Runnable::run);
    }

    /** Sends the requests to another address. */
    void divert(HttpUrl address) {
        counted(world.wire.divert(target, times.limit(), address));
    }

    /** Lets another program open an execution, which then must stay open. */
    void otherProgram() {
        otherProgram = true;
        before(() -> world.servers.control.executions().create(world.stream.id()));
    }

    boolean isOtherProgramActive() {
        return otherProgram;
    }

    void option(Consumer<UploadRequest.Builder> option) {
        options.add(option);
    }

    void applyOptions(UploadRequest.Builder request) {
        options.forEach(option -> option.accept(request));
    }

    /** Counts an event that must happen as often as planned. */
    IntSupplier counted(IntSupplier fired) {
        planned.add(new Planned(fired, times));
        return fired;
    }

    /** Returns how often the fault took effect. */
    int fired() {
        return planned.stream().mapToInt(each -> each.fired.getAsInt()).sum();
    }

    /** Returns whether each fault took effect as often as planned. */
    boolean firedAsPlanned() {
        return !planned.isEmpty() && planned.stream().allMatch(each -> each.times.isMetBy(each.fired.getAsInt()));
    }

    private record Planned(IntSupplier fired, Times times) {}
}
