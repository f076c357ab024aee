package io.github.domojvm.cli;

import io.github.domojvm.cli.command.DomoCommand;
import io.github.domojvm.cli.terminal.CliContext;
import io.github.domojvm.cli.terminal.Interruption;

/** Entry point of the {@code domo} command. {@code domo --help} lists its subcommands. */
public final class Main {
    private Main() {}

    /**
     * Runs one command and exits the JVM with its exit code. {@code domo --help} lists the exit codes.
     *
     * @param args the command name, options and files; secrets are not accepted
     */
    public static void main(String[] args) {
        Interruption interruption = new Interruption(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::arrive, "domo-interruption"));
        int exitCode;
        try {
            exitCode = DomoCommand.run(CliContext.ofThisProcess(interruption), args);
        } finally {
            interruption.finished();
        }
        System.exit(exitCode);
    }
}
