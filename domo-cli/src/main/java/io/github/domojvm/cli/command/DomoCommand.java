package io.github.domojvm.cli.command;

import io.github.domojvm.cli.terminal.CliContext;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root of the command line. */
@Command(
        name = "domo",
        mixinStandardHelpOptions = true,
        versionProvider = DomoCommand.Version.class,
        scope = ScopeType.INHERIT,
        sortOptions = false,
        usageHelpWidth = 96,
        usageHelpAutoWidth = false,
        headerHeading = "%n",
        synopsisHeading = "%n@|bold Usage:|@ ",
        descriptionHeading = "%n",
        parameterListHeading = "%n@|bold Arguments|@%n",
        optionListHeading = "%n@|bold Options|@%n",
        commandListHeading = "%n@|bold Commands|@%n",
        exitCodeListHeading = "%n@|bold Exit codes|@%n",
        footerHeading = "%n@|bold Examples|@%n",
        exitCodeList = {
            ExitCode.TEXT_0,
            ExitCode.TEXT_1,
            ExitCode.TEXT_2,
            ExitCode.TEXT_3,
            ExitCode.TEXT_4,
            ExitCode.TEXT_130
        })
public final class DomoCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private CommandSpec spec;

    @Option(
            names = "--trace",
            scope = ScopeType.INHERIT,
            description = "Show where an error comes from; so does DOMO_TRACE=1 in the environment.")
    private boolean trace;

    private DomoCommand() {}

    /** Runs what the arguments say and gives the exit code. */
    public static int run(CliContext context, String... arguments) {
        DomoCommand root = new DomoCommand();
        Failures failures = new Failures(
                context,
                () -> root.trace
                        || !context.environment().getOrDefault("DOMO_TRACE", "").isEmpty());
        CommandLine line = new CommandLine(root)
                .addSubcommand(new DemoCommand(context))
                .addSubcommand(new UploadCommand(context))
                .addSubcommand(new ExportCommand(context))
                .addSubcommand(new DoctorCommand(context))
                .addSubcommand(new SandboxCommand(context))
                .addSubcommand(new GenerateCommand(context));
        root.spec
                .usageMessage()
                .header("Loads CSV files into Domo and gets them out again.")
                .description(
                        "The service is named by the environment: DOMO_CLIENT_ID and DOMO_CLIENT_SECRET of a client"
                                + " made in Domo's developer portal, where needed DOMO_API_URL (default https://api.domo.com)"
                                + " and DOMO_SCOPES. --credentials FILE reads the same names from a file, and a secret that is"
                                + " missing is asked for. It is never taken from the command line.")
                .footer(
                        "  domo demo                                                   see it work, without an account",
                        "  domo upload sales.csv --create Sales --mode replace         a new DataSet from a file",
                        "  domo upload more.csv --stream 42 --mode append              more rows for it",
                        "  domo export 317970a1-6a6e-4f70-8e09-44cf5f34cf44 out.csv    all its rows",
                        "  domo doctor                                                 what is wrong, and what to mend",
                        "  domo COMMAND --help                                         more about a command");
        return line.setOut(context.out())
                .setErr(context.err())
                .setColorScheme(
                        CommandLine.Help.defaultColorScheme(context.style().on() ? Ansi.ON : Ansi.OFF))
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .execute(arguments);
    }

    /** Without a command there is nothing to do but explain. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }

    /** The version of the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = DomoCommand.class.getPackage().getImplementationVersion();
            return new String[] {
                "domo " + (version == null ? "(not packaged)" : version) + ", Java "
                        + Runtime.version().feature()
            };
        }
    }
}
