package io.github.domojvm.cli.command;

import io.github.domojvm.DomoClient;
import io.github.domojvm.NewDataSet;
import io.github.domojvm.cli.terminal.CliContext;
import io.github.domojvm.cli.terminal.Report;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.UpdateMethod;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Finds or creates the Stream of an upload. */
final class Destination {
    private final DomoClient domo;
    private final CliContext context;
    private final boolean quiet;

    Destination(DomoClient domo, CliContext context, boolean quiet) {
        this.domo = domo;
        this.context = context;
        this.quiet = quiet;
    }

    long streamId(
            UploadTarget target, Path file, CsvSource csv, UpdateMethod method, List<String> keys, boolean allowEmpty) {
        if (target.streamId != null) {
            return target.streamId;
        }
        if (target.dataSetId != null) {
            return ofDataSet(target.dataSetId);
        }
        return create(Objects.requireNonNull(target.name), file, csv, method, keys, allowEmpty);
    }

    private long ofDataSet(String id) {
        DataSet dataSet = domo.dataSets().get(id);
        DomoStream stream = domo.streams()
                .findByDataSet(id)
                .orElseThrow(() -> new IllegalStateException("Cannot upload. The DataSet " + id + " (" + dataSet.name()
                        + ") has no Stream, and a Stream cannot be added to an existing DataSet. Upload to a DataSet that was"
                        + " created with a Stream; --create creates one."));
        return stream.id();
    }

    private long create(
            String name, Path file, CsvSource csv, UpdateMethod method, List<String> keys, boolean allowEmpty) {
        NewFile.requireRegular(file);
        NewDataSet.Builder settings = NewDataSet.builder(name).allowEmpty();
        if (keys.isEmpty()) {
            settings.updateMethod(method);
        } else {
            settings.keyColumns(keys.toArray(String[]::new));
        }
        try (NewDataSet dataSet = context.interruption().exitingImmediately(() -> settings.read(csv.withHeader()))) {
            NewFile.requireRows(file, dataSet.rows(), allowEmpty);
            DomoStream stream = domo.streams().create(dataSet.toStreamRequest());
            if (!quiet) {
                Report report = new Report(context);
                report.title("Created Stream " + stream.id() + " with DataSet '" + name + "'");
                report.list("Columns", Columns.describe(dataSet.schema()));
                report.blank();
            }
            return stream.id();
        }
    }
}
