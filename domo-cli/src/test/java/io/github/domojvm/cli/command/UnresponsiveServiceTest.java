package io.github.domojvm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.DomoClient;
import io.github.domojvm.cli.ChildJvm;
import io.github.domojvm.cli.Cli;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.sandbox.FaultProxy;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
                "POST | /oauth/token                            | was not committed. It was stopped.",
                "GET  | /v1/streams/*                           | was not committed. It was stopped.",
                "POST | /v1/streams/*/executions                | was not committed. It was stopped.",
                "PUT  | /v1/streams/*/executions/*/part/*       | could not be aborted and may still be open. End it with PUT /v1/streams/",
                "PUT  | /v1/streams/*/executions/*/commit       | may or may not be committed"
            })
    void sigtermEndsAnUpload(String method, String path, String message) throws Exception {
        Fault stall = Fault.on(method, path).stall();
        try (FaultProxy proxy = proxy(stall);
                ChildJvm child = upload(proxy, "--quiet")) {
            awaitSilence(proxy, stall);

            child.terminate();

            assertThat(child.errors()).contains(message);
            assertThat(child.exitCode()).isEqualTo(143);
        }
    }

    @Test
    void sigtermEndsTheWaitForTheProcessing() throws Exception {
        Fault stall = Fault.on("GET", "/v1/streams/*/executions/*").stall();
        try (FaultProxy proxy = proxy(stall);
                ChildJvm child = upload(proxy)) {
            awaitSilence(proxy, stall);

            child.terminate();

            assertThat(child.output()).contains("was stopped while it waited for the processing");
            assertThat(child.exitCode()).isEqualTo(143);
        }
    }

    static Stream<Fault> stallsOfAnExport() {
        String data = "/v1/datasets/*/data";
        return Stream.of(
                Fault.on("POST", "/oauth/token").stall(),
                Fault.on("GET", "/v1/datasets/*").stall(),
                Fault.on("GET", data).stall(),
                Fault.on("GET", data).inResponseBody(100_000).stall());
    }

    @ParameterizedTest
    @MethodSource("stallsOfAnExport")
    void sigtermEndsAnExportAndRemovesThePartialFile(Fault stall) throws Exception {
        String dataSet = stream().dataSet().id();
        try (DomoClient domo = Cli.client(sandbox)) {
            domo.dataSets().importCsv(dataSet, CsvSource.fromText("row\n".repeat(100_000)), UpdateMethod.REPLACE);
        }
        Path target = folder.resolve("out.csv");
        try (FaultProxy proxy = proxy(stall);
                ChildJvm child = ChildJvm.start(environment(proxy), "export", dataSet, target.toString())) {
            awaitSilence(proxy, stall);

            child.terminate();

            assertThat(child.errors())
                    .contains("The export of DataSet " + dataSet + " was interrupted. " + target + " was not written.");
            assertThat(child.exitCode()).isEqualTo(143);
        }
        assertThat(folder).isEmptyDirectory();
    }

    private ChildJvm upload(FaultProxy proxy, String... options) throws IOException {
        Path csv = Files.writeString(folder.resolve("rows.csv"), "row\n".repeat(1000));
        List<String> arguments = new ArrayList<>(
                List.of("upload", csv.toString(), "--stream", "" + stream().id(), "--mode", "append", "--no-header"));
        arguments.addAll(List.of(options));
        return ChildJvm.start(environment(proxy), arguments.toArray(String[]::new));
    }

    private static FaultProxy proxy(Fault fault) {
        FaultProxy proxy = FaultProxy.start(sandbox.url());
        proxy.faults().add(fault);
        return proxy;
    }

    /** Waits for the stall. From then on, no other request receives a response either. */
    private static void awaitSilence(FaultProxy proxy, Fault stall) throws InterruptedException {
        proxy.faults().awaitFired(stall);
        proxy.faults().add(Fault.on("*", "/**").always().stall());
    }

    private static DomoStream stream() {
        try (DomoClient domo = Cli.client(sandbox)) {
            return domo.streams()
                    .create("x", SchemaBuilder.builder().stringColumn("a").build(), UpdateMethod.REPLACE);
        }
    }

    private static Map<String, String> environment(FaultProxy proxy) {
        return Map.of(
                "DOMO_API_URL", proxy.url().toString(),
                "DOMO_CLIENT_ID", sandbox.clientId(),
                "DOMO_CLIENT_SECRET", sandbox.clientSecret());
    }
}
