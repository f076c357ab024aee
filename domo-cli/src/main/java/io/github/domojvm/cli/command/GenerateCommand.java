package io.github.domojvm.cli.command;

import io.github.domojvm.cli.terminal.CliContext;
import io.github.domojvm.cli.terminal.Numbers;
import io.github.domojvm.cli.terminal.Report;
import io.github.domojvm.error.DomoIoException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code domo generate}. */
@Command(
        name = "generate",
        header = "Generate a CSV file of any size for test uploads.",
        customSynopsis = "@|bold domo generate|@ FILE --bytes=SIZE [OPTIONS]",
        description =
                "The rows contain numbers, dates, text, nulls, quotes and line breaks. The same size and seed always produce"
                        + " the same bytes, and a sandbox exports them byte for byte as they were uploaded.",
        footer = {"  # Generate a file of 1 GiB", "  $ domo generate big.csv --bytes 1g"})
final class GenerateCommand implements Callable<Integer> {
    private final CliContext context;

    @Parameters(paramLabel = "FILE", description = "The file to write.")
    private @Nullable Path file;

    @Option(
            names = "--bytes",
            paramLabel = "SIZE",
            required = true,
            converter = Size.class,
            description =
                    "Minimum size of the file, in bytes or as 512k, 32m, 1g (required). The last row may exceed it.")
    private long bytes;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Seed of the random values (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--force", description = "Overwrite the file if it exists. By default, the command fails.")
    private boolean force;

    GenerateCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Path target = Objects.requireNonNull(file);
        ExportCommand.rejectExisting(target, force);
        SampleRows rows = new SampleRows(seed);
        try {
            AtomicFile.write(target, out -> rows.write(out, bytes));
        } catch (InterruptedIOException e) {
            throw new DomoIoException(
                    "The generation of " + target + " was interrupted. No partial file remains.", true, e);
        } catch (IOException e) {
            throw new DomoIoException(
                    "Cannot write " + target + ": " + e.getClass().getSimpleName() + " " + e.getMessage()
                            + ". Free disk space or specify another file.",
                    true,
                    e);
        }
        Report report = new Report(context);
        report.title("Wrote " + target);
        report.line("Rows", Numbers.count(rows.rows(), "row") + " and a header line");
        report.line("Bytes", Numbers.bytes(rows.bytes()));
        return ExitCode.DONE;
    }
}
