package io.github.domojvm.cli;

import io.github.domojvm.DomoClient;
import io.github.domojvm.cli.command.DomoCommand;
import io.github.domojvm.cli.doctor.Checkup;
import io.github.domojvm.cli.terminal.CliContext;
import io.github.domojvm.cli.terminal.Interruption;
import io.github.domojvm.cli.terminal.Style;
import io.github.domojvm.retry.RetryPolicy;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Fault;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Runs the command in this process, with a context that the test configures. */
public final class Cli {
    static final RetryPolicy QUICK = RetryPolicy.builder()
            .baseDelay(Duration.ofMillis(1))
            .throttledBaseDelay(Duration.ofMillis(1))
            .maxDelay(Duration.ofMillis(2))
            .build();

    /** Journals of uploads must not be written to the home folder of the user who runs the tests. */
    private static final Path STATE =
            Path.of("target", "state-" + Transcript.JVM).toAbsolutePath();

    public final Map<String, String> environment = new HashMap<>();
    private InputStream in = InputStream.nullInputStream();
    public CliContext.SecretPrompt prompt = question -> "";
    public Style style = Style.PLAIN;
    public boolean live;
    public RetryPolicy retries = QUICK;
    private String trigger = "";
    private Runnable triggered = () -> {};
    public Interruption interruption = new Interruption(Thread.currentThread());

    /** Returns a command whose environment contains the URL and credentials of the sandbox. */
    public static Cli against(DomoSandbox sandbox) {
        Cli cli = new Cli();
        cli.environment.put("DOMO_API_URL", sandbox.url().toString());
        cli.environment.put("DOMO_CLIENT_ID", sandbox.clientId());
        cli.environment.put("DOMO_CLIENT_SECRET", sandbox.clientSecret());
        cli.environment.put("DOMO_STATE_HOME", STATE.toString());
        return cli;
    }

    public Cli with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    public Cli reading(String text) {
        in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Configures Ctrl-C to interrupt the calling thread. */
    private synchronized Cli onThisThread() {
        interruption = new Interruption(Thread.currentThread());
        return this;
    }

    /** Runs an action once, after the text has been printed to standard output. */
    public Cli afterPrinting(String text, Runnable action) {
        trigger = text;
        triggered = action;
        return this;
    }

    public Ending run(String... arguments) {
        StringWriter out = new StringWriter() {
            @Override
            public void flush() {
                if (!trigger.isEmpty() && toString().contains(trigger)) {
                    trigger = "";
                    triggered.run();
                }
            }
        };
        StringWriter err = new StringWriter();
        int exitCode = DomoCommand.run(context(out, err), arguments);
        interruption.finished();
        Transcript.add(out.toString() + err);
        return new Ending(exitCode, out.toString(), err.toString());
    }

    /**
     * Starts the command and returns when a fault has fired, so that the test can send Ctrl-C. Uses a new thread,
     * because a pooled thread would carry its interrupt into other tasks.
     */
    public CompletableFuture<Ending> runUntil(Fault fired, DomoSandbox sandbox, String... arguments) {
        CompletableFuture<Ending> running = CompletableFuture.supplyAsync(
                () -> onThisThread().run(arguments), command -> new Thread(command, "command").start());
        while (sandbox.faults().fired(fired) == 0) {
            if (running.isDone()) {
                throw new AssertionError("The command ended before the fault fired: " + running.join());
            }
            Thread.onSpinWait();
        }
        return running;
    }

    public static Checkup checkup(StringWriter out) {
        return new Checkup(new Cli().context(out, new StringWriter()));
    }

    private CliContext context(StringWriter out, StringWriter err) {
        return new CliContext(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                in,
                environment,
                style,
                live,
                prompt,
                retries,
                interruption);
    }

    public static DomoClient client(DomoSandbox sandbox) {
        return DomoClient.builder()
                .apiUrl(sandbox.url().toString())
                .credentials(sandbox.clientId(), sandbox.clientSecret())
                .retryPolicy(QUICK)
                .build();
    }

    /**
     * The result of a run.
     *
     * @param exitCode the exit code of the process
     * @param out standard output
     * @param err standard error
     */
    public record Ending(int exitCode, String out, String err) {}
}
