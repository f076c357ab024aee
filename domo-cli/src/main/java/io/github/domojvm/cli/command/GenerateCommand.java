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
        header = "Write a CSV file of any size, to try an upload with.",
        description =
                "Numbers, dates, text, nulls, quotes and line breaks in cells. The same size and seed give the same"
                        + " bytes, and a sandbox exports them as they were uploaded.",
        footer = "  domo generate big.csv --bytes 1g")
final class GenerateCommand implements Callable<Integer> {
    private final CliContext context;

    @Parameters(paramLabel = "FILE", description = "Where to write.")
    private @Nullable Path file;

    @Option(
            names = "--bytes",
            paramLabel = "SIZE",
            required = true,
            converter = Size.class,
            description = "How large at least; a little more is written. Bytes, or 512k, 32m, 1g.")
    private long bytes;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Another number gives other rows (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--force", description = "Replace the file if it exists. Refused otherwise.")
    private boolean force;

    GenerateCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Path target = Objects.requireNonNull(file);
        ExportCommand.refuseOverwrite(target, force);
        SampleRows rows = new SampleRows(seed);
        try {
            WholeFile.write(target, out -> rows.write(out, bytes));
        } catch (InterruptedIOException e) {
            throw new DomoIoException("Generating " + target + " was stopped. Nothing was left behind.", true, e);
        } catch (IOException e) {
            throw new DomoIoException(
                    "Cannot write " + target + ": " + e.getClass().getSimpleName() + " " + e.getMessage()
                            + ". Make room or choose another file.",
                    true,
                    e);
        }
        Report report = new Report(context);
        report.title("Wrote " + target);
        report.line("Rows", Numbers.count(rows.rows(), "row") + " under a header line");
        report.line("Bytes", Numbers.bytes(rows.bytes()));
        return ExitCode.DONE;
    }
}
