package io.github.domojvm.cli.command;

import io.github.domojvm.cli.terminal.CliContext;
import io.github.domojvm.cli.terminal.Report;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.DomoSandboxBuilder;
import io.github.domojvm.sandbox.Quirk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code domo sandbox}. */
@Command(
        name = "sandbox",
        header = "Run a local Domo for development and tests.",
        customSynopsis = "@|bold domo sandbox|@ [OPTIONS]",
        description = {
            "Serves the Platform API over http until Ctrl-C. Rows are stored in temporary files and deleted on exit.",
            "",
            "The command prints the environment variables that connect other commands and programs to the sandbox. Set them"
                    + " in another terminal."
        },
        footer = {
            "  # Listen on a free port",
            "  $ domo sandbox",
            "",
            "  # Listen on port 8080, and store the rows in a folder below /data",
            "  $ domo sandbox --port 8080 --dir /data",
            "",
            "  # Delay commits, and change the behavior with quirks",
            "  $ domo sandbox --commit-delay 5s --quirk put-updates-stream \\",
            "      --quirk part-gaps-allowed"
        })
final class SandboxCommand implements Callable<Integer> {
    private final CliContext context;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Port to listen on (default: a free port).")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address to listen on (default: ${DEFAULT-VALUE}, reachable only from this machine).")
    private String host = "";

    @Option(
            names = "--dir",
            paramLabel = "FOLDER",
            description = "Existing folder for the rows (default: the folder for temporary files).")
    private @Nullable Path folder;

    @Option(
            names = "--quirk",
            paramLabel = "NAME",
            converter = QuirkName.class,
            completionCandidates = QuirkName.class,
            description = {
                "Enable a behavior that differs from the default: one that Domo had at some time, or one of several where"
                        + " the behavior is not documented. Can be repeated; case is ignored, and - and _ are equivalent."
                        + " See docs/testing-with-the-sandbox.md. Quirks:",
                "${COMPLETION-CANDIDATES}"
            })
    private List<Quirk> quirks = List.of();

    @Option(
            names = "--commit-delay",
            paramLabel = "TIME",
            defaultValue = "0s",
            converter = Delay.class,
            description = "Time that an execution stays ACTIVE after its commit, such as 200ms, 5s or PT5S (default:"
                    + " ${DEFAULT-VALUE}).")
    private Duration commitDelay = Duration.ZERO;

    @Option(
            names = "--import-delay",
            paramLabel = "TIME",
            defaultValue = "0s",
            converter = Delay.class,
            description = "Time until imported rows become visible, in the same format (default: ${DEFAULT-VALUE}).")
    private Duration importDelay = Duration.ZERO;

    @Mixin
    private final SandboxSettings settings = new SandboxSettings();

    SandboxCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        DomoSandboxBuilder builder = DomoSandbox.builder()
                .host(host)
                .port(port)
                .quirk(quirks.toArray(Quirk[]::new))
                .commitDelay(commitDelay)
                .importDelay(importDelay);
        if (folder != null) {
            builder.directory(folder);
        }
        settings.apply(builder, context);
        // Ctrl-C interrupts the wait.
        CountDownLatch never = new CountDownLatch(1);
        try (DomoSandbox sandbox = builder.start()) {
            warnOfOtherMachines(sandbox);
            printConnection(sandbox);
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        context.err().println("Sandbox stopped. Its data has been deleted.");
        return ExitCode.DONE;
    }

    private void warnOfOtherMachines(DomoSandbox sandbox) {
        if (!sandbox.isLoopback()) {
            context.err()
                    .println(
                            "Warning: other machines can reach the sandbox at " + host
                                    + ". Anyone with the secret below can read its rows and control it"
                                    + (sandbox.url().getScheme().equals("https")
                                            ? "."
                                            : ", and without --tls-keystore the secret and the rows cross the network unencrypted."));
        }
    }

    private void printConnection(DomoSandbox sandbox) {
        Report report = new Report(context);
        report.title("Sandbox listening at " + sandbox.url() + ". Press Ctrl-C to stop.");
        context.out().println("To use it, run these commands in another terminal:");
        report.blank();
        context.out().println("  export DOMO_API_URL=" + sandbox.url());
        context.out().println("  export DOMO_CLIENT_ID=" + sandbox.clientId());
        context.out().println("  export DOMO_CLIENT_SECRET=" + sandbox.clientSecret());
        context.out().println("  ./domo upload samples/seattle-weather.csv --create Weather --mode replace");
        report.blank();
    }
}
