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

/** {@code domo demo}: brings the service and the file together, and cleans up. */
@Command(
        name = "demo",
        header = "See it work: upload a file, export it again, compare every row.",
        description = {
            "Guesses the schema of a CSV file, creates a Stream, uploads the file in several parts, commits, waits, exports"
                    + " the DataSet and compares every row with the file. Without arguments it takes four years of Seattle's"
                    + " weather (NOAA, public domain) and a sandbox of its own: no account is needed, nothing is left behind.",
            "",
            "When the environment or --credentials names a service, the demo uses that one, and the new DataSet stays there."
        },
        footer = {"  domo demo", "  domo demo sales.csv --sandbox"})
final class DemoCommand implements Callable<Integer> {
    private static final String SAMPLE = "seattle-weather.csv";

    private final CliContext context;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "Another CSV file in UTF-8 whose first line names the columns.")
    private @Nullable Path file;

    @Option(names = "--sandbox", description = "Use the demo's own sandbox whatever the environment names.")
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
                    .run("a sandbox in this process, " + sandbox.url(), "The sandbox and its rows are gone now.");
        }
    }

    private int onService(Path folder) throws IOException {
        Timeline timeline = new Timeline();
        try (DomoClient domo = service.connect(context)) {
            timeline.lap("starting");
            return tour(domo, folder, timeline)
                    .run("the one that the environment names", "The DataSet stays; delete it in Domo.");
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
