package io.github.domojvm.benchmarks.client;

import io.github.domojvm.DomoClient;
import io.github.domojvm.benchmarks.sink.Sink;
import io.github.domojvm.dataset.ExportOptions;
import java.nio.file.Path;

/** Exports the DataSet to a file, with all checks. Arguments: the URL, the file, and optionally the rounds. */
public final class ExportClient {
    private ExportClient() {}

    /**
     * Exports once per round.
     *
     * @param args the URL, the file, the rounds
     */
    public static void main(String[] args) {
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 1;
        ExportOptions options = ExportOptions.builder().requireAllRows().build();
        try (DomoClient domo = Clients.connect(args[0])) {
            Stopwatch.measure(rounds, () -> domo.dataSets().export(Sink.DATA_SET, Path.of(args[1]), options));
        }
    }
}
