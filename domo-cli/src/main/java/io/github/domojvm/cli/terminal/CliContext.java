package io.github.domojvm.cli.terminal;

import io.github.domojvm.retry.RetryPolicy;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.channels.Channels;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/**
 * The streams, environment and settings of the process in which a command runs.
 *
 * @param out where results go
 * @param err where errors and progress go
 * @param in standard input; reading it can be interrupted
 * @param environment the environment variables
 * @param style whether results are colored
 * @param live whether a line on {@code err} may be overwritten to show progress
 * @param prompt asks for a secret
 * @param retries how failed calls are retried
 * @param interruption Ctrl-C
 */
public record CliContext(
        PrintWriter out,
        PrintWriter err,
        InputStream in,
        Map<String, String> environment,
        Style style,
        boolean live,
        SecretPrompt prompt,
        RetryPolicy retries,
        Interruption interruption) {

    public static CliContext ofThisProcess(Interruption interruption) {
        Map<String, String> environment = System.getenv();
        Set<TerminalFeature> features = TerminalFeature.detect(System.getProperty("domo.terminals", ""), environment);
        Charset charset = charset(System.getProperty("native.encoding", ""));
        return new CliContext(
                new PrintWriter(System.out, true, charset),
                new PrintWriter(System.err, true, charset),
                // A channel: a read from System.in would sit through Ctrl-C until the next byte arrives.
                Channels.newInputStream(new FileInputStream(FileDescriptor.in).getChannel()),
                environment,
                new Style(features.contains(TerminalFeature.COLOR)),
                features.contains(TerminalFeature.PROGRESS),
                features.contains(TerminalFeature.PROMPT) ? CliContext::ask : question -> "",
                RetryPolicy.defaults(),
                interruption);
    }

    /** That of the locale; where none is set, as in many containers, it would be ASCII. */
    static Charset charset(String encoding) {
        return encoding.isEmpty() || encoding.startsWith("ANSI_X3.4") || encoding.equals("US-ASCII")
                ? StandardCharsets.UTF_8
                : Charset.forName(encoding);
    }

    @SuppressWarnings("SystemConsoleNull") // that there is somebody to ask was found out otherwise
    private static String ask(String question) {
        Console console = System.console();
        char[] answer = console == null ? null : console.readPassword("%s", question);
        return answer == null ? "" : new String(answer);
    }

    /** Asks somebody who sits at the terminal. */
    @FunctionalInterface
    public interface SecretPrompt {
        /** Gives the answer, empty text when nobody is there to ask. */
        String ask(String question);
    }
}
