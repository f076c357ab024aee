package io.github.domojvm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.DomoClient;
import io.github.domojvm.cli.ChildJvm;
import io.github.domojvm.cli.Cli;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.schema.SchemaBuilder;
import io.github.domojvm.stream.UploadOutcome;
import io.github.domojvm.stream.UploadRequest;
import io.github.domojvm.stream.UploadResult;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uses a sandbox in another process, connected with the variables that it prints. */
class SandboxCommandTest {
    private static ChildJvm process;
    private static Map<String, String> environment;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        process = ChildJvm.start(Map.of(), "sandbox");
        environment = Map.of(
                "DOMO_API_URL", process.after("  export DOMO_API_URL="),
                "DOMO_CLIENT_ID", process.after("  export DOMO_CLIENT_ID="),
                "DOMO_CLIENT_SECRET", process.after("  export DOMO_CLIENT_SECRET="));
    }

    @AfterAll
    static void stop() {
        process.close();
    }

    @Test
    void exportsEachAwkwardRecordAfterAnUploadInPartsOfOneRow() throws IOException {
        Path csv = Samples.path("awkward.csv");
        SchemaBuilder schema = SchemaBuilder.builder();
        records(csv).get(0).forEach(schema::stringColumn);
        try (DomoClient domo = DomoClient.fromEnvironment(environment)) {
            long stream = Objects.requireNonNull(domo.streams()
                    .create("awkward", schema.build(), UpdateMethod.REPLACE)
                    .id());

            UploadResult result = domo.streams()
                    .upload(UploadRequest.builder(
                                    stream, CsvSource.fromFile(csv).withHeader(), UpdateMethod.REPLACE)
                            .partRows(1)
                            .parallelism(8)
                            .build())
                    .await();

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(result.progress().partsAcknowledged()).isEqualTo(212);
            Path exported = folder.resolve("out.csv");
            assertThat(domo.dataSets().export(result.dataSetId(), exported).rows())
                    .isEqualTo(212);
            assertThat(records(exported)).isEqualTo(records(csv));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"birdstrikes.csv", "species.csv"})
    void exportsEachRecordOfAPublishedFile(String name) throws IOException {
        Path csv = Samples.path(name);
        Cli cli = new Cli();
        cli.environment.putAll(environment);
        Cli.Ending upload = cli.run(
                "upload",
                csv.toString(),
                "--create",
                name,
                "--mode",
                "replace",
                "--part-rows",
                "700",
                "--parallel",
                "8");
        assertThat(upload.exitCode()).as(upload.err()).isZero();
        String dataSet = upload.out()
                .lines()
                .filter(line -> line.startsWith("  DataSet"))
                .map(line -> line.substring(9).strip())
                .findFirst()
                .orElseThrow();
        Path exported = folder.resolve("out.csv");
        assertThat(cli.run("export", dataSet, exported.toString()).exitCode()).isZero();

        assertThat(records(exported)).isEqualTo(records(csv));
    }

    @Test
    void failsWhenThePortIsInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            Cli.Ending sandbox = new Cli().run("sandbox", "--port", "" + taken.getLocalPort());

            assertThat(sandbox.exitCode()).isEqualTo(1);
            assertThat(sandbox.err()).startsWith("domo: ").contains("" + taken.getLocalPort());
        }
    }

    @Test
    void rejectsAnInvalidPort() {
        assertThat(new Cli().run("sandbox", "--port", "70000").err()).contains("0 to 65535", "70000");
    }

    @Test
    void stopsAndDeletesItsRowsOnCtrlC() throws Exception {
        try (ChildJvm sandbox = ChildJvm.start(Map.of(), "sandbox", "--dir", folder.toString())) {
            String url = sandbox.after("  export DOMO_API_URL=");
            assertThat(url).startsWith("http://127.0.0.1:");

            sandbox.terminate();

            assertThat(sandbox.errors()).contains("Sandbox stopped. Its data has been deleted.");
            assertThat(sandbox.exitCode()).isEqualTo(143);
        }
        assertThat(folder).isEmptyDirectory();
    }

    private static List<List<@Nullable String>> records(Path csv) throws IOException {
        List<List<@Nullable String>> records = new ArrayList<>();
        try (CsvRows rows = new CsvRows(csv)) {
            for (List<@Nullable String> row = rows.next(); row != null; row = rows.next()) {
                records.add(row);
            }
        }
        return records;
    }
}
