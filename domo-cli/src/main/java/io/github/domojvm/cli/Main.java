package io.github.domojvm.cli;

import io.github.domojvm.cli.command.DomoCommand;
import io.github.domojvm.cli.terminal.CliContext;
import io.github.domojvm.cli.terminal.Interruption;

/** Where the {@code domo} command starts; {@code domo --help} tells what it can do. */
public final class Main {
    private Main() {}

    /**
     * Runs one command and ends the JVM with its exit code, which {@code domo --help} lists.
     *
     * @param args the command's name, options and files; never a secret
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
