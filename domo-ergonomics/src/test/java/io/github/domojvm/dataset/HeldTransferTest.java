package io.github.domojvm.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.DomoClient;
import io.github.domojvm.HoldingServer;
import io.github.domojvm.Leftovers;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.schema.SchemaBuilder;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Imports and exports that are ended while a server does not complete a request. */
class HeldTransferTest {
    private static DomoSandbox sandbox;
    private static String dataSet;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        sandbox = DomoSandbox.start();
        try (DomoClient domo = client(sandbox.url().toString())) {
            dataSet = domo.dataSets()
                    .create("Held", SchemaBuilder.builder().stringColumn("a").build())
                    .id();
            domo.dataSets().importCsv(dataSet, CsvSource.fromText("row\n".repeat(50_000)), UpdateMethod.REPLACE);
        }
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource
    void interruptEndsTheTransferAndIsPreserved(HeldTransfer transfer) throws Exception {
        try (HoldingServer server = transfer.server(sandbox.url());
                DomoClient domo = client(server.url())) {
            CompletableFuture<Ending> ending = new CompletableFuture<>();
            Thread thread = start(transfer, domo, ending);
            server.awaitHeld();

            thread.interrupt();

            assertThat(ending.get().failure())
                    .isInstanceOf(DomoIoException.class)
                    .hasMessageContaining("interrupted")
                    .hasMessageNotContaining("disk space");
            assertThat(ending.get().interrupted()).isTrue();
            assertThat(folder).isEmptyDirectory();
            Leftovers.awaitNone(domo, server);
            assertThat(Leftovers.openFiles(folder)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void closeEndsTheTransfer(HeldTransfer transfer) throws Exception {
        try (HoldingServer server = transfer.server(sandbox.url());
                DomoClient domo = client(server.url())) {
            CompletableFuture<Ending> ending = new CompletableFuture<>();
            Thread thread = start(transfer, domo, ending);
            server.awaitHeld();

            Runnable closing = domo::close;
            closing.run();

            assertThat(ending.get().failure()).isNotNull();
            if (transfer != HeldTransfer.IMPORT_THROTTLED) {
                assertThat(ending.get().failure())
                        .isInstanceOf(DomoIoException.class)
                        .hasMessageContaining("cancelled because the client was closed");
            }
            assertThat(ending.get().interrupted()).isFalse();
            thread.join();
            Leftovers.awaitNone(domo, server);
            assertThat(folder).isEmptyDirectory();
            assertThat(Leftovers.openFiles(folder)).isEmpty();
        }
    }

    private Thread start(HeldTransfer transfer, DomoClient domo, CompletableFuture<Ending> ending) {
        Thread thread = new Thread(() -> {
            RuntimeException failure = null;
            try {
                transfer.run(domo, dataSet, folder.resolve("out.csv"));
            } catch (RuntimeException e) {
                failure = e;
            }
            ending.complete(new Ending(failure, Thread.currentThread().isInterrupted()));
        });
        thread.start();
        return thread;
    }

    private static DomoClient client(String url) {
        return DomoClient.builder()
                .apiUrl(url)
                .credentials(sandbox.clientId(), sandbox.clientSecret())
                .build();
    }

    private record Ending(RuntimeException failure, boolean interrupted) {}
}
