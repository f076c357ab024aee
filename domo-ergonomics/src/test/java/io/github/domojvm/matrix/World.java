package io.github.domojvm.matrix;

import io.github.domojvm.DomoClient;
import io.github.domojvm.DomoClientBuilder;
import io.github.domojvm.ResponseLimits;
import io.github.domojvm.TimedDomo;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.Execution;
import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.rest.model.UpdateMethod;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The servers of a cell, with a Stream whose DataSet has three rows, and the client under test. */
final class World implements AutoCloseable {
    static final List<List<String>> OLD_ROWS = Table.rows("old", 3);

    /** Longer than the delay of a commit and a jump of the service's clock. */
    private static final Duration LONG_ENOUGH = Duration.ofHours(3);

    final Servers servers;
    final Wire wire;
    final FailingExecutor executor = new FailingExecutor();
    final DomoClient domo;
    final DomoStream stream;
    private final List<Runnable> others = new ArrayList<>();
    private final int requestsBefore;
    private Path folder;

    World(Servers servers) {
        this.servers = servers;
        servers.reset();
        wire = new Wire(servers.timing);
        domo = TimedDomo.build(client(wire), servers.timing);
        stream = servers.control.streams().create("Matrix", Table.SCHEMA, UpdateMethod.REPLACE);
        servers.control
                .streams()
                .upload(stream.id(), CsvSource.fromText(Table.csv(OLD_ROWS)), UpdateMethod.REPLACE)
                .await();
        requestsBefore = servers.sandbox.requests().size();
    }

    /** Returns the settings of a client with limits that a few kilobytes and a read of two seconds exceed. */
    DomoClientBuilder client(Wire connections) {
        return DomoClient.builder()
                .environment(environment())
                .httpClient(connections.http())
                .uploadExecutor(executor)
                .responseLimits(ResponseLimits.builder()
                        .maxJsonBytes(1 << 20)
                        .minDownloadRate(1_000, Duration.ofSeconds(1))
                        .build());
    }

    /** Returns the environment variables of a client that is connected through the proxy. */
    Map<String, String> environment() {
        return Map.of(
                "DOMO_CLIENT_ID",
                servers.sandbox.clientId(),
                "DOMO_CLIENT_SECRET",
                servers.sandbox.clientSecret(),
                "DOMO_API_URL",
                servers.proxy.url().toString());
    }

    /** Performs an action before this world is closed. */
    void closeLater(Runnable close) {
        others.add(close);
    }

    /** Returns an empty folder, which is deleted with its files after the cell. */
    synchronized Path folder() {
        if (folder == null) {
            folder = Temporary.folder();
        }
        return folder;
    }

    String dataSetId() {
        return stream.dataSet().id();
    }

    /** Returns the rows that the DataSet has when all commits are processed, without columns that were added. */
    List<List<String>> rows() {
        servers.timing.pass(LONG_ENOUGH);
        return servers.sandbox.rows(dataSetId()).stream()
                .map(row -> List.copyOf(row.subList(0, Table.COLUMNS)))
                .toList();
    }

    /** Lists the requests that reached the sandbox after the old rows were stored. */
    List<Sent> received() {
        return servers.sandbox.requests().stream()
                .skip(requestsBefore)
                .map(Sent::of)
                .toList();
    }

    List<Execution> openExecutions() {
        return servers.control.streams().find(stream.id()).isEmpty()
                ? List.of()
                : servers.control.executions().list(stream.id()).stream()
                        .filter(execution -> execution.currentState() == ExecutionState.ACTIVE)
                        .toList();
    }

    @Override
    public void close() {
        others.forEach(Runnable::run);
        domo.close();
        executor.close();
        wire.close();
        if (folder != null) {
            Temporary.delete(folder);
        }
    }
}
