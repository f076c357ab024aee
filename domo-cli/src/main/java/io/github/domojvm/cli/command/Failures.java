package io.github.domojvm.cli.command;

import io.github.domojvm.cli.terminal.CliContext;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.stream.UploadException;
import io.github.domojvm.stream.UploadResult;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints a failure as one message and maps it to an exit code. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final CliContext context;
    private final BooleanSupplier trace;

    Failures(CliContext context, BooleanSupplier trace) {
        this.context = context;
        this.trace = trace;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        UploadCommand uploader = command.getCommand() instanceof UploadCommand upload ? upload : null;
        context.err()
                .println("domo: "
                        + message(
                                failure, uploader != null && uploader.journal().isPresent()));
        if (failure instanceof UploadException upload) {
            ids(upload.result());
            if (uploader != null) {
                next(uploader, upload.result());
            }
        }
        if (trace.getAsBoolean()) {
            failure.printStackTrace(context.err());
        }
        context.err().flush();
        return failure instanceof UploadException upload ? ExitCode.of(upload) : ExitCode.FAILED;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        context.err().println("domo: " + message(failure));
        context.err().println("See '" + command.getCommandSpec().qualifiedName(" ") + " --help'.");
        return ExitCode.USAGE;
    }

    private static String message(Exception failure, boolean recorded) {
        if (failure instanceof DomoException domo) {
            return CommandAdvice.message(domo, recorded);
        }
        String text = String.valueOf(failure.getMessage());
        boolean expected = failure instanceof IllegalArgumentException || failure instanceof IllegalStateException;
        if (expected) {
            return text;
        }
        if (failure instanceof UncheckedIOException io && io.getCause() != null) {
            return text
                    + (text.contains(String.valueOf(io.getCause().getMessage()))
                            ? ""
                            : ": " + io.getCause().getMessage());
        }
        return failure.getClass().getSimpleName() + ": " + text
                + ". Run the command with --trace to print the stack trace.";
    }

    /** Omits the values of unknown options and extra arguments: one of them may be a secret passed by mistake. */
    private static String message(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            if (first.startsWith("-")) {
                return "Unknown option: " + first.replaceFirst("=.*", "") + ".";
            }
            CommandLine command = failure.getCommandLine();
            return command.getSubcommands().isEmpty()
                    ? "Too many arguments."
                    : "Unknown command: '" + first + "'. Available commands: "
                            + String.join(", ", command.getSubcommands().keySet()) + ".";
        }
        String text = String.valueOf(failure.getMessage());
        return text.endsWith(".") ? text : text + ".";
    }

    /** Prints what the same command finds when it is run again. */
    private void next(UploadCommand uploader, UploadResult result) {
        uploader.reported(result);
        Optional<Path> journal = uploader.journal();
        journal.ifPresent(file -> context.err().println("      Journal " + file));
        if (uploader.created() && journal.isEmpty()) {
            context.err()
                    .println("      The new Stream was not deleted. To continue, use --stream " + result.streamId()
                            + " instead of --create.");
        }
    }

    private void ids(UploadResult result) {
        StringBuilder ids = new StringBuilder("      Stream " + result.streamId());
        result.executionId().ifPresent(id -> ids.append(", execution ").append(id));
        if (!result.dataSetId().isEmpty()) {
            ids.append(", DataSet ").append(result.dataSetId());
        }
        context.err().println(ids);
    }
}
