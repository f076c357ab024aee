package io.github.domojvm.matrix;

import io.github.domojvm.DomoClient;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.stream.UploadException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Uploads a file with a journal, or exports a DataSet, in a process of its own, and prints the result. */
final class Program {
    private Program() {}

    public static void main(String[] arguments) {
        try (DomoClient domo = DomoClient.fromEnvironment()) {
            System.out.println(run(domo, arguments));
        } catch (UploadException e) {
            System.out.println(e.result().outcome() + " " + e.reason() + "\n" + e.getMessage());
        } catch (DomoException e) {
            System.out.println("FAILED " + e.reason() + "\n" + e.getMessage());
        }
    }

    private static Object run(DomoClient domo, String... arguments) {
        Path file = Path.of(arguments[1]);
        if (arguments[0].equals("export")) {
            domo.dataSets().export(arguments[2], file);
            return "EXPORTED";
        }
        return domo.streams()
                .upload(EarlierRun.request(Long.parseLong(arguments[2]), file, UpdateMethod.valueOf(arguments[3]))
                        .journal(Path.of(arguments[4]))
                        .processingTimeout(Duration.ZERO) // the clock of the sandbox stands still
                        .build())
                .await()
                .outcome();
    }

    /** Returns the arguments for the upload or the export of a cell. */
    static String[] arguments(Setup setup) {
        Path folder = setup.world.folder();
        return setup.phase == Phase.X
                ? new String[] {"export", folder.resolve("out.csv").toString(), setup.world.dataSetId()}
                : new String[] {
                    "upload",
                    Sources.file(setup).toString(),
                    String.valueOf(setup.world.stream.id()),
                    setup.method.name(),
                    folder.resolve("upload.journal").toString()
                };
    }

    /**
     * Starts the program.
     *
     * @param shell a command of the shell that runs before, may be empty
     */
    static Process start(World world, String shell, String... arguments) {
        List<String> command = new ArrayList<>();
        if (!shell.isEmpty()) {
            command.addAll(List.of("/bin/sh", "-c", shell + " && exec \"$@\"", "sh"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(world.environment());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end of the program and returns its result. */
    static Observed result(Process program) {
        try {
            String[] lines = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\n", 2);
            return new Observed(
                    lines[0], lines.length == 1 ? null : new DomoIoException(lines[1].strip(), false, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
