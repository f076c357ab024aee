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
 * @param out standard output, for results
 * @param err standard error, for errors and progress
 * @param in standard input; reads are interruptible
 * @param environment the environment variables
 * @param style the colors of results
 * @param live whether lines on {@code err} may be overwritten to show progress
 * @param prompt prompts for a secret
 * @param retries the retry policy of the client
 * @param interruption the handler of Ctrl-C
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
                // Reads from a channel are interruptible; a read from System.in would block until the next byte
                // arrives.
                Channels.newInputStream(new FileInputStream(FileDescriptor.in).getChannel()),
                environment,
                new Style(features.contains(TerminalFeature.COLOR)),
                features.contains(TerminalFeature.PROGRESS),
                features.contains(TerminalFeature.PROMPT) ? CliContext::prompt : question -> "",
                RetryPolicy.defaults(),
                interruption);
    }

    /** Returns the charset of the locale, or UTF-8 instead of ASCII, which applies where no locale is set. */
    static Charset charset(String encoding) {
        return encoding.isEmpty() || encoding.startsWith("ANSI_X3.4") || encoding.equals("US-ASCII")
                ? StandardCharsets.UTF_8
                : Charset.forName(encoding);
    }

    @SuppressWarnings("SystemConsoleNull") // TerminalFeature has detected a terminal
    private static String prompt(String question) {
        Console console = System.console();
        char[] secret = console == null ? null : console.readPassword("%s", question);
        return secret == null ? "" : new String(secret);
    }

    /** Prompts for a secret on the terminal. */
    @FunctionalInterface
    public interface SecretPrompt {
        /** Returns the input, or an empty string if there is no terminal. */
        String ask(String question);
    }
}
