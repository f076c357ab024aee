package io.github.domojvm.benchmarks.harness;

import io.github.domojvm.benchmarks.data.DataFile;
import io.github.domojvm.benchmarks.sink.SinkOptions;
import io.github.domojvm.benchmarks.sink.SinkReport;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs programs against one file and checks what each of them delivered. */
public final class Bench implements Closeable {
    private final DataFile file;
    private final Path folder;
    private final int pairs;
    private final SinkProcess sink;
    private final Child child;
    private final Programs programs;
    private final Path module;
    private final Correctness correctness;

    private Bench(DataFile file, Path folder, int pairs, SinkProcess sink, Path module, Correctness correctness)
            throws IOException {
        this.file = file;
        this.folder = folder;
        this.pairs = pairs;
        this.sink = sink;
        this.child = new Child(folder);
        this.programs = Programs.of(sink.url(), file.path(), module);
        this.module = module;
        this.correctness = correctness;
    }

    /** Starts a sink for a file. */
    static Bench start(DataFile file, Path folder, int pairs, Path module, Correctness correctness) throws IOException {
        List<String> java = List.of(
                Programs.java(),
                "-Xmx512m",
                "-XX:MaxDirectMemorySize=16g",
                "-cp",
                Programs.classPath(module),
                "io.github.domojvm.benchmarks.sink.Sink");
        return new Bench(file, folder, pairs, SinkProcess.start(java, file), module, correctness);
    }

    /**
     * Returns the programs.
     *
     * @return the programs, for the sink and the file of this bench
     */
    public Programs programs() {
        return programs;
    }

    /**
     * Returns the file.
     *
     * @return the file that is uploaded and exported
     */
    public DataFile file() {
        return file;
    }

    /**
     * Returns the checks of all runs.
     *
     * @return the checks
     */
    public Correctness correctness() {
        return correctness;
    }

    /**
     * Creates a bench for a file of another size.
     *
     * @param rows the number of rows
     * @return the bench, which the caller must close
     * @throws IOException if the file cannot be written
     */
    public Bench ofRows(long rows) throws IOException {
        return start(DataFiles.generated(folder, rows), folder, pairs, module, correctness);
    }

    /**
     * Returns the folder for exported files.
     *
     * @return the folder
     */
    public Path folder() {
        return folder;
    }

    /**
     * Returns the number of pairs.
     *
     * @return how often each program runs
     */
    public int pairs() {
        return pairs;
    }

    /**
     * Returns the URL of the sink.
     *
     * @return the URL without a path
     */
    public String url() {
        return sink.url();
    }

    /**
     * Runs programs in alternation, A B A B.
     *
     * @param times how often each program runs
     * @param options the line to the sink
     * @param alternating the programs
     * @return the runs of each program, in the order of the programs
     * @throws InterruptedException if the thread is interrupted
     */
    public List<List<Measured>> alternate(int times, SinkOptions options, Program... alternating)
            throws InterruptedException {
        List<List<Measured>> runs = new ArrayList<>();
        for (int i = 0; i < alternating.length; i++) {
            runs.add(new ArrayList<>());
        }
        for (int pair = 0; pair < times; pair++) {
            for (int i = 0; i < alternating.length; i++) {
                runs.get(i).add(run(options, alternating[i]));
            }
        }
        return runs;
    }

    /**
     * Runs a program once.
     *
     * @param options the line to the sink
     * @param program the program
     * @return the run
     * @throws InterruptedException if the thread is interrupted
     * @throws ChildFailedException if the program fails
     */
    public Measured run(SinkOptions options, Program program) throws InterruptedException {
        sink.reset(options);
        Measured measured = child.run(program);
        if (program.uploads()) {
            SinkReport report = sink.report();
            List<String> differences = new ArrayList<>(report.differences(file));
            if (!differences.isEmpty()) {
                differences.addAll(measured.retries());
            }
            correctness.add(program.name(), differences);
            measured = measured.withWireBytes(report.executions().get(0).wireBytes());
        }
        if (program.exported() != null) {
            correctness.add(program.name(), ExportCheck.differences(program.exported(), file));
        }
        System.out.printf(
                "    %-28s %8.2f s %8.2f CPU s %6.0f MiB%n",
                program.name(), measured.seconds(), measured.cpuSeconds(), measured.rssMebibytes());
        return measured;
    }

    @Override
    public void close() throws IOException {
        sink.close();
    }
}
