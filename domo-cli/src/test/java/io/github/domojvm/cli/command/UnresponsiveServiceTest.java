package io.github.domojvm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.DomoClient;
import io.github.domojvm.cli.ChildJvm;
import io.github.domojvm.cli.Cli;
import io.github.domojvm.cli.StalledProxy;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.schema.SchemaBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** SIGTERM while the service does not respond, not even to the requests that clean up. */
class UnresponsiveServiceTest {
    private static DomoSandbox sandbox;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        sandbox = DomoSandbox.start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource(
            delimiter = '|',
            value = {
                "POST /oauth/token             | was not committed. It was stopped.",
                "GET /v1/streams/              | was not committed. It was stopped.",
                "POST /v1/streams/.*executions | was not committed. It was stopped.",
                "PUT .*/part/                  | could not be aborted and may still be open. End it with PUT /v1/streams/",
                "PUT .*/commit                 | may or may not be committed"
            })
    void sigtermEndsAnUpload(String request, String message) throws Exception {
        Path csv = Files.writeString(folder.resolve("rows.csv"), "row\n".repeat(1000));
        long stream = stream().id();
        try (StalledProxy proxy = new StalledProxy(sandbox, request, 0);
                ChildJvm child = ChildJvm.start(
                        environment(proxy),
                        "upload",
                        csv.toString(),
                        "--stream",
                        "" + stream,
                        "--mode",
                        "append",
                        "--no-header",
                        "--quiet")) {
            proxy.awaitStalled();

            child.terminate();

            assertThat(child.errors()).contains(message);
            assertThat(child.exitCode()).isEqualTo(143);
        }
    }

    @Test
    void sigtermEndsTheWaitForTheProcessing() throws Exception {
        Path csv = Files.writeString(folder.resolve("rows.csv"), "row\n".repeat(1000));
        try (StalledProxy proxy = new StalledProxy(sandbox, "GET .*/executions/[0-9]+ ", 0);
                ChildJvm child = ChildJvm.start(
                        environment(proxy),
                        "upload",
                        csv.toString(),
                        "--stream",
                        "" + stream().id(),
                        "--mode",
                        "append",
                        "--no-header")) {
            proxy.awaitStalled();

            child.terminate();

            assertThat(child.output()).contains("was stopped while it waited for the processing");
            assertThat(child.exitCode()).isEqualTo(143);
        }
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource({
        "POST /oauth/token, 0",
        "GET /v1/datasets/, 0",
        "GET /v1/datasets/.*/data, 0",
        "GET /v1/datasets/.*/data, 100000"
    })
    void sigtermEndsAnExportAndRemovesThePartialFile(String request, long responseBytes) throws Exception {
        String dataSet = stream().dataSet().id();
        try (DomoClient domo = Cli.client(sandbox)) {
            domo.dataSets().importCsv(dataSet, CsvSource.fromText("row\n".repeat(100_000)), UpdateMethod.REPLACE);
        }
        Path target = folder.resolve("out.csv");
        try (StalledProxy proxy = new StalledProxy(sandbox, request, responseBytes);
                ChildJvm child = ChildJvm.start(environment(proxy), "export", dataSet, target.toString())) {
            proxy.awaitStalled();

            child.terminate();

            assertThat(child.errors())
                    .contains("The export of DataSet " + dataSet + " was interrupted. " + target + " was not written.");
            assertThat(child.exitCode()).isEqualTo(143);
        }
        assertThat(folder).isEmptyDirectory();
    }

    private static DomoStream stream() {
        try (DomoClient domo = Cli.client(sandbox)) {
            return domo.streams()
                    .create("x", SchemaBuilder.builder().stringColumn("a").build(), UpdateMethod.REPLACE);
        }
    }

    private static Map<String, String> environment(StalledProxy proxy) {
        return Map.of(
                "DOMO_API_URL", proxy.url(),
                "DOMO_CLIENT_ID", sandbox.clientId(),
                "DOMO_CLIENT_SECRET", sandbox.clientSecret());
    }
}
