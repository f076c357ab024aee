package io.github.domojvm.benchmarks.client;

import io.github.domojvm.DomoClient;
import io.github.domojvm.benchmarks.sink.Sink;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.stream.UploadRequest;
import io.github.domojvm.stream.UploadResult;
import io.github.domojvm.stream.UploadStage;
import java.sql.SQLException;

/**
 * Converts rows of a program to CSV, compressed with level 1. Arguments: the URL, {@code upload} or {@code fastcsv},
 * the kind of rows, the number of rows of a round and the rounds. An upload sends the result to the sink, while FastCSV
 * writes it into a gzip stream that is discarded.
 */
public final class RowsInClient {
    private RowsInClient() {}

    /**
     * Converts the rows once per round.
     *
     * @param args the URL, the program, the kind of rows, the rows, the rounds
     * @throws SQLException if the database fails
     */
    public static void main(String[] args) throws SQLException {
        long rows = Long.parseLong(args[3]);
        int rounds = Integer.parseInt(args[4]);
        try (RowInput input = RowInput.create(args[2], rows);
                DomoClient domo = Clients.connect(args[0])) {
            if (args[1].equals("upload")) {
                Stopwatch.measure(rounds, () -> upload(domo, input.toSource(), rows));
            } else {
                Stopwatch.measure(rounds, () -> FastCsvOutput.write(input));
            }
        }
    }

    private static void upload(DomoClient domo, CsvSource source, long rows) {
        UploadRequest request = UploadRequest.builder(Sink.STREAM, source, UpdateMethod.REPLACE)
                .gzipLevel(1)
                .until(UploadStage.COMMIT_ACKNOWLEDGED)
                .build();
        UploadResult result = domo.streams().upload(request).await();
        if (result.rows() != rows) {
            throw new IllegalStateException(result.rows() + " rows instead of " + rows);
        }
    }
}
