package io.github.domojvm.cli.command;

import io.github.domojvm.DomoClient;
import io.github.domojvm.cli.service.ServiceOptions;
import io.github.domojvm.cli.terminal.CliContext;
import io.github.domojvm.cli.terminal.Timeline;
import io.github.domojvm.sandbox.DomoSandbox;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code domo demo}: runs {@link Tour} against a sandbox or the configured service, and removes its temporary files.
 */
@Command(
        name = "demo",
        header = "Upload a sample file, export it again and compare every row.",
        customSynopsis = "@|bold domo demo|@ [FILE] [OPTIONS]",
        description = {
            "Infers the schema of a CSV file, creates a Stream, uploads the file in several parts, commits, waits until the"
                    + " rows are processed, exports the DataSet, and compares every row with the file.",
            "",
            "By default, the demo uploads four years of weather in Seattle (NOAA, public domain) to a local sandbox. It needs"
                    + " no account and leaves nothing behind.",
            "",
            "If the environment or --credentials specifies a client, the demo runs against that service, and the new DataSet"
                    + " is not deleted."
        },
        footer = {
            "  # Run the demo without an account",
            "  $ domo demo",
            "",
            "  # Use another file, and the sandbox even if credentials are set",
            "  $ domo demo sales.csv --sandbox"
        })
final class DemoCommand implements Callable<Integer> {
    private static final String SAMPLE = "seattle-weather.csv";

    private final CliContext context;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A CSV file in UTF-8 with a header line (default: a sample file).")
    private @Nullable Path file;

    @Option(names = "--sandbox", description = "Use a local sandbox even if credentials are set.")
    private boolean sandboxOnly;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    DemoCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("domo-demo-");
        try {
            return service.named(context) && !sandboxOnly ? onService(folder) : onSandbox(folder);
        } finally {
            remove(folder);
        }
    }

    private int onSandbox(Path folder) throws IOException {
        Timeline timeline = new Timeline();
        try (DomoSandbox sandbox = DomoSandbox.start();
                DomoClient domo = DomoClient.builder()
                        .apiUrl(sandbox.url().toString())
                        .credentials(sandbox.clientId(), sandbox.clientSecret())
                        .retryPolicy(context.retries())
                        .build()) {
            timeline.lap("starting");
            return tour(domo, folder, timeline)
                    .run("local sandbox, " + sandbox.url(), "The sandbox and its data are deleted on exit.");
        }
    }

    private int onService(Path folder) throws IOException {
        Timeline timeline = new Timeline();
        try (DomoClient domo = service.connect(context)) {
            timeline.lap("starting");
            return tour(domo, folder, timeline)
                    .run(
                            "from the environment or --credentials",
                            "The DataSet was not deleted. Delete it in Domo when you no longer need it.");
        }
    }

    private Tour tour(DomoClient domo, Path folder, Timeline timeline) throws IOException {
        Path given = file;
        if (given != null) {
            return new Tour(context, domo, given, given.toString(), folder.resolve("export.csv"), timeline);
        }
        try (InputStream content = Objects.requireNonNull(DemoCommand.class.getResourceAsStream(SAMPLE), SAMPLE)) {
            Path sample = Files.write(folder.resolve(SAMPLE), content.readAllBytes());
            return new Tour(context, domo, sample, "samples/" + SAMPLE, folder.resolve("export.csv"), timeline);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                Files.delete(each);
            }
        }
        Files.delete(folder);
    }
}
