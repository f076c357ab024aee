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
        header = "Run a local Domo until Ctrl-C, to try things without an account.",
        description =
                "It speaks the Platform API over http and keeps its rows in temporary files until it ends. The lines"
                        + " that it prints set the environment of another terminal, where the other commands then use it.",
        footer = {
            "  domo sandbox                            on a free port",
            "  domo sandbox --port 8080 --dir /data    on port 8080, rows in a folder below /data",
            "  domo sandbox --commit-delay 5s --quirk put-updates-stream --quirk part-gaps-allowed"
        })
final class SandboxCommand implements Callable<Integer> {
    private final CliContext context;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "The port to listen on (default: a free one).")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to listen on (default: ${DEFAULT-VALUE}, which no other machine can reach).")
    private String host = "";

    @Option(
            names = "--dir",
            paramLabel = "FOLDER",
            description = "An existing folder with room for the rows (default: the one for temporary files).")
    private @Nullable Path folder;

    @Option(
            names = "--quirk",
            paramLabel = "NAME",
            converter = QuirkName.class,
            completionCandidates = QuirkName.class,
            description = {
                "Behave otherwise than by default where Domo did so at some time, or nobody says how it does; can be"
                        + " given several times, in any case, with - or _. The guide 'Test your program against the"
                        + " sandbox' explains them:",
                "${COMPLETION-CANDIDATES}"
            })
    private List<Quirk> quirks = List.of();

    @Option(
            names = "--commit-delay",
            paramLabel = "TIME",
            defaultValue = "0s",
            converter = Delay.class,
            description =
                    "How long an execution stays ACTIVE after its commit, such as 200ms, 5s or PT5S (default: not at all).")
    private Duration commitDelay = Duration.ZERO;

    @Option(
            names = "--import-delay",
            paramLabel = "TIME",
            defaultValue = "0s",
            converter = Delay.class,
            description = "How long the rows of an import stay invisible, in the same form (default: not at all).")
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
            tell(sandbox);
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        context.err().println("The sandbox has ended; its rows are gone.");
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

    private void tell(DomoSandbox sandbox) {
        Report report = new Report(context);
        report.title("A local Domo listens at " + sandbox.url() + " until Ctrl-C.");
        context.out().println("In another terminal:");
        report.blank();
        context.out().println("  export DOMO_API_URL=" + sandbox.url());
        context.out().println("  export DOMO_CLIENT_ID=" + sandbox.clientId());
        context.out().println("  export DOMO_CLIENT_SECRET=" + sandbox.clientSecret());
        context.out().println("  ./domo upload samples/seattle-weather.csv --create Weather --mode replace");
        report.blank();
    }
}
