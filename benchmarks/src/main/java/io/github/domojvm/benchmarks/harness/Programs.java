package io.github.domojvm.benchmarks.harness;

import io.github.domojvm.benchmarks.client.ExportClient;
import io.github.domojvm.benchmarks.client.FirstListClient;
import io.github.domojvm.benchmarks.client.ListClient;
import io.github.domojvm.benchmarks.client.RowsInClient;
import io.github.domojvm.benchmarks.client.RowsOutClient;
import io.github.domojvm.benchmarks.client.UploadClient;
import io.github.domojvm.benchmarks.sink.Sink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The programs that are measured: this client, what the official SDK does, and pigz and curl. */
public final class Programs {
    private static final String SDK = "io.github.domojvm.benchmarks.sdk.";

    private final String url;
    private final Path file;
    private final String ownClassPath;
    private final String sdkClassPath;
    private final Path launcher;

    private Programs(String url, Path file, String ownClassPath, String sdkClassPath, Path launcher) {
        this.url = url;
        this.file = file;
        this.ownClassPath = ownClassPath;
        this.sdkClassPath = sdkClassPath;
        this.launcher = launcher;
    }

    /** Reads the class paths that the build has written. */
    static Programs of(String url, Path file, Path module) throws IOException {
        return new Programs(
                url,
                file,
                classPath(module),
                classPath(module.resolve("baseline")),
                module.toAbsolutePath().resolveSibling("domo"));
    }

    static String classPath(Path module) throws IOException {
        Path target = module.resolve("target").toAbsolutePath();
        return target.resolve("classes") + ":"
                + Files.readString(target.resolve("classpath.txt")).strip();
    }

    /**
     * Uploads with this client and the heap for which the goals are stated, 128 MB.
     *
     * @param compression {@code off}, a level, or {@code adaptive}
     * @param rounds the number of uploads in one process
     * @return the program
     */
    public Program upload(String compression, int rounds) {
        return upload(compression, rounds, "128m");
    }

    /**
     * Uploads with this client, level 1 and another number of parts in flight.
     *
     * @param parallelism the parts in flight
     * @return the program
     */
    public Program uploadOf(int parallelism) {
        return own(
                        "upload, " + parallelism + " in flight",
                        UploadClient.class,
                        List.of("-Xmx128m"),
                        url,
                        file.toString(),
                        "1",
                        String.valueOf(parallelism))
                .uploading();
    }

    /**
     * Uploads with this client.
     *
     * @param compression {@code off}, a level, or {@code adaptive}
     * @param rounds the number of uploads in one process
     * @param heap the maximum heap, such as {@code 128m}
     * @return the program
     */
    public Program upload(String compression, int rounds, String heap) {
        return own(
                        "upload " + compression + " " + heap + " x" + rounds,
                        UploadClient.class,
                        List.of("-Xmx" + heap),
                        url,
                        file.toString(),
                        compression,
                        "4",
                        String.valueOf(rounds))
                .uploading();
    }

    /**
     * Uploads as with the official SDK and the default heap.
     *
     * @param threads the threads that send parts
     * @param compression {@code plain}, or {@code gzip} for an interceptor of the user
     * @param rounds the number of uploads in one process
     * @return the program
     */
    public Program sdkUpload(int threads, String compression, int rounds) {
        return sdk(
                        "SDK upload " + threads + " " + compression + " x" + rounds,
                        "SdkUpload",
                        url,
                        file.toString(),
                        String.valueOf(threads),
                        compression,
                        String.valueOf(rounds))
                .uploading();
    }

    /**
     * Exports with this client.
     *
     * @param target the file to write
     * @return the program
     */
    public Program export(Path target) {
        return own("export", ExportClient.class, List.of(), url, target.toString())
                .exportingTo(target);
    }

    /**
     * Exports as with the official SDK.
     *
     * @param target the file to write
     * @return the program
     */
    public Program sdkExport(Path target) {
        return sdk("SDK export", "SdkExport", url, Sink.DATA_SET, target.toString())
                .exportingTo(target);
    }

    /**
     * Lists DataSets again and again with this client.
     *
     * @param warmUp the calls before the measurement
     * @param calls the measured calls
     * @return the program
     */
    public Program list(int warmUp, int calls) {
        return own("list", ListClient.class, List.of(), url, String.valueOf(warmUp), String.valueOf(calls));
    }

    /**
     * Lists DataSets again and again as with the official SDK.
     *
     * @param warmUp the calls before the measurement
     * @param calls the measured calls
     * @return the program
     */
    public Program sdkList(int warmUp, int calls) {
        return sdk("SDK list", "SdkList", url, String.valueOf(warmUp), String.valueOf(calls));
    }

    /**
     * Starts, lists DataSets once and ends, with this client.
     *
     * @return the program
     */
    public Program firstList() {
        return own("first list", FirstListClient.class, List.of(), url);
    }

    /**
     * Lists DataSets with the command.
     *
     * @return the program
     */
    public Program listCommand() {
        return Program.of(
                "domo list",
                List.of(
                        "env",
                        "DOMO_CLIENT_ID=benchmark",
                        "DOMO_CLIENT_SECRET=marker-benchmark",
                        "DOMO_API_URL=" + url,
                        launcher.toString(),
                        "list"));
    }

    /**
     * Starts, lists DataSets once and ends, as with the official SDK.
     *
     * @return the program
     */
    public Program sdkFirstList() {
        return sdk("SDK first list", "SdkFirstList", url);
    }

    /**
     * Converts the rows of a program to compressed CSV.
     *
     * @param program {@code upload} or {@code fastcsv}
     * @param kind {@code records}, {@code maps} or {@code jdbc}
     * @param rows the number of rows of a round
     * @param rounds the number of rounds
     * @return the program
     */
    public Program rowsIn(String program, String kind, long rows, int rounds) {
        return own(
                kind + " in, " + program,
                RowsInClient.class,
                List.of(),
                url,
                program,
                kind,
                String.valueOf(rows),
                String.valueOf(rounds));
    }

    /**
     * Reads the start of the file as typed rows.
     *
     * @param program {@code rows} or {@code fastcsv}
     * @param rows the number of rows of a round
     * @param rounds the number of rounds
     * @return the program
     */
    public Program rowsOut(String program, long rows, int rounds) {
        return own(
                "rows out, " + program,
                RowsOutClient.class,
                List.of(),
                program,
                file.toString(),
                String.valueOf(rows),
                String.valueOf(rounds));
    }

    private Program own(String name, Class<?> main, List<String> options, String... args) {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(options);
        command.addAll(List.of("-cp", ownClassPath, main.getName()));
        command.addAll(List.of(args));
        return Program.of(name, command);
    }

    private Program sdk(String name, String main, String... args) {
        List<String> command = new ArrayList<>(List.of(java(), "-cp", sdkClassPath, SDK + main));
        command.addAll(List.of(args));
        return Program.of(name, command);
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
