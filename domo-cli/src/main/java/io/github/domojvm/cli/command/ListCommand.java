package io.github.domojvm.cli.command;

import io.github.domojvm.DomoClient;
import io.github.domojvm.cli.service.ServiceOptions;
import io.github.domojvm.cli.terminal.CliContext;
import io.github.domojvm.cli.terminal.Numbers;
import io.github.domojvm.dataset.ListDataSetsOptions;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rest.model.DataSetSort;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code domo list}. */
@Command(
        name = "list",
        header = "List DataSets.",
        customSynopsis = "@|bold domo list|@ [OPTIONS]",
        description = "Prints the id, the number of rows and the name of each DataSet, in the order of the names.",
        footer = {
            "  # Find the id of a DataSet",
            "  $ domo list --name sales",
        })
final class ListCommand implements Callable<Integer> {
    private static final int ROWS_WIDTH = 13;

    private final CliContext context;

    @Option(
            names = "--name",
            paramLabel = "TEXT",
            description = "List only DataSets whose name contains this text; case is ignored.")
    private @Nullable String name;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    ListCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ListDataSetsOptions.Builder options = ListDataSetsOptions.builder().sort(DataSetSort.NAME);
        if (name != null) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("--name must not be blank");
            }
            options = options.nameLike(name);
        }
        try (DomoClient domo = service.connect(context)) {
            domo.dataSets().list(options.build()).forEach(this::print);
        }
        return ExitCode.DONE;
    }

    private void print(DataSet dataSet) {
        Long rows = dataSet.rows();
        String count = rows == null ? "" : Numbers.count(rows);
        context.out()
                .println(dataSet.id() + " ".repeat(Math.max(1, ROWS_WIDTH - count.length())) + count + "  "
                        + Objects.requireNonNullElse(dataSet.name(), ""));
    }
}
