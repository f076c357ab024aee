package io.github.domojvm.cli.command;

import io.github.domojvm.cli.terminal.CliContext;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
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
        usageHelpWidth = 80,
        usageHelpAutoWidth = false,
        headerHeading = "%n",
        synopsisHeading = "%n@|bold Usage:|@ ",
        descriptionHeading = "%n",
        parameterListHeading = "%n@|bold Arguments:|@%n",
        optionListHeading = "%n@|bold Options:|@%n",
        commandListHeading = "%n@|bold Commands:|@%n",
        exitCodeListHeading = "%n@|bold Exit codes:|@%n",
        footerHeading = "%n@|bold Examples:|@%n",
        exitCodeList = {
            ExitCode.TEXT_0,
            ExitCode.TEXT_1,
            ExitCode.TEXT_2,
            ExitCode.TEXT_3,
            ExitCode.TEXT_4,
            ExitCode.TEXT_130
        })
public final class DomoCommand implements Callable<Integer> {
    private static final List<String> HELP_SECTIONS = List.of(
            UsageMessageSpec.SECTION_KEY_HEADER_HEADING,
            UsageMessageSpec.SECTION_KEY_HEADER,
            UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING,
            UsageMessageSpec.SECTION_KEY_SYNOPSIS,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
            UsageMessageSpec.SECTION_KEY_DESCRIPTION_HEADING,
            UsageMessageSpec.SECTION_KEY_DESCRIPTION,
            UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_PARAMETER_LIST,
            UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_OPTION_LIST,
            UsageMessageSpec.SECTION_KEY_FOOTER_HEADING,
            UsageMessageSpec.SECTION_KEY_FOOTER,
            UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private CommandSpec spec;

    @Option(
            names = "--trace",
            scope = ScopeType.INHERIT,
            description = "Print a stack trace on errors (or set DOMO_TRACE=1).")
    private boolean trace;

    private DomoCommand() {}

    /** Runs the command line and returns the exit code. */
    public static int run(CliContext context, String... arguments) {
        DomoCommand root = new DomoCommand();
        Failures failures = new Failures(
                context,
                () -> root.trace
                        || !context.environment().getOrDefault("DOMO_TRACE", "").isEmpty());
        CommandLine line = new CommandLine(root)
                .addSubcommand(new DemoCommand(context))
                .addSubcommand(new UploadCommand(context))
                .addSubcommand(new ReconcileCommand(context))
                .addSubcommand(new ExportCommand(context))
                .addSubcommand(new ListCommand(context))
                .addSubcommand(new DoctorCommand(context))
                .addSubcommand(new SandboxCommand(context))
                .addSubcommand(new GenerateCommand(context));
        root.spec
                .usageMessage()
                .header("Upload CSV files to Domo and export DataSets.")
                .customSynopsis("@|bold domo|@ COMMAND [OPTIONS]")
                .description(
                        "Create a client in Domo's developer portal (developer.domo.com) and set these environment"
                                + " variables, or write them to a file for --credentials:",
                        "",
                        "  DOMO_CLIENT_ID      client id",
                        "  DOMO_CLIENT_SECRET  client secret",
                        "  DOMO_API_URL        optional; default: https://api.domo.com",
                        "  DOMO_SCOPES         optional; default: all scopes of the client",
                        "",
                        "If only the secret is missing, the command prompts for it in a terminal. A secret is never accepted"
                                + " on the command line.")
                .footer(
                        "  # Try a complete upload and export, without an account",
                        "  $ domo demo",
                        "",
                        "  # Create a DataSet from a file",
                        "  $ domo upload sales.csv --create Sales --mode replace",
                        "",
                        "  # Append rows to it",
                        "  $ domo upload more.csv --stream 42 --mode append",
                        "",
                        "  # Find the id of a DataSet, and export it",
                        "  $ domo list --name sales",
                        "  $ domo export 317970a1-6a6e-4f70-8e09-44cf5f34cf44 sales.csv",
                        "",
                        "  # Find out why a command fails",
                        "  $ domo doctor",
                        "",
                        "See 'domo COMMAND --help' for the options of a command.");
        return line.setOut(context.out())
                .setErr(context.err())
                .setColorScheme(
                        CommandLine.Help.defaultColorScheme(context.style().on() ? Ansi.ON : Ansi.OFF))
                .setHelpSectionKeys(HELP_SECTIONS)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .execute(arguments);
    }

    /** Prints the usage if no subcommand is specified. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }

    /** Reads the version from the manifest of the jar. */
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
