package io.github.domojvm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.DomoClient;
import io.github.domojvm.cli.Cli;
import io.github.domojvm.rest.model.Execution;
import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Failures print one message and set the exit code; they leave no open execution and no partial file, and print no
 * secret.
 */
@ParameterizedClass
@EnumSource
class FailureTest {
    private static final String SECRET = "marker-of-a-secret";
    private static final String PARTS = "/v1/streams/*/executions/*/part/*";
    private static final String COMMIT = "/v1/streams/*/executions/*/commit";
    private static final String PAGE = "<html><body><h1>Down for maintenance</h1></body></html>";

    @TempDir
    Path folder;

    @Parameter
    private InvalidRows invalidRows;

    private DomoSandbox sandbox;
    private DomoClient domo;
    private long stream;
    private String dataSet;

    @BeforeEach
    void start() {
        sandbox = invalidRows
                .sandbox()
                .client("loader", SECRET)
                .client("reader", SECRET, "user")
                .start();
        domo = Cli.client(sandbox);
        var created = domo.streams()
                .create(
                        "Fruit",
                        SchemaBuilder.builder()
                                .stringColumn("name")
                                .longColumn("amount")
                                .build(),
                        UpdateMethod.REPLACE);
        stream = Objects.requireNonNull(created.id());
        dataSet =
                Objects.requireNonNull(Objects.requireNonNull(created.dataSet()).id());
    }

    @AfterEach
    void stop() {
        domo.close();
        sandbox.close();
    }

    @Test
    void missingCredentials() throws IOException {
        Cli.Ending upload = new Cli().run(upload(good()));

        refused(upload, "DOMO_CLIENT_ID is not set", "developer portal");
    }

    @Test
    void badCredentials() throws IOException {
        Cli.Ending upload = cli().with("DOMO_CLIENT_SECRET", SECRET + "-wrong").run(upload(good()));

        refused(upload, "POST /oauth/token", "401");
    }

    @Test
    void missingScope() throws IOException {
        Cli.Ending upload = cli().with("DOMO_CLIENT_ID", "reader").run(upload(good()));

        refused(upload, "GET /v1/streams/" + stream, "403", "scope");
    }

    @Test
    void unknownStream() throws IOException {
        Cli.Ending upload = cli().run("upload", good(), "--stream", "4711", "--mode", "replace");

        refused(upload, "GET /v1/streams/4711 failed with status 404", "trace", "Check the id");
    }

    @Test
    void unknownDataSet() throws IOException {
        String none = "00000000-0000-4000-8000-000000000000";

        refused(cli().run("upload", good(), "--dataset", none, "--mode", "replace"), none, "404", "Check the id");
        refused(cli().run("export", none, folder.resolve("out.csv").toString()), none, "404");
        onlyTheCsvExists();
    }

    @Test
    void wrongColumnCount() throws IOException {
        refused(cli().run(upload(csv("name,amount\nfig,1\nplum\n"))), "Line 3", "column");
        refused(cli().run("upload", csv("a,b\n1,2\n3\n"), "--create", "x", "--mode", "replace"), "Line 3", "column");
    }

    @Test
    void columnNameTwice() throws IOException {
        refused(cli().run("upload", csv("a,a\n1,2\n"), "--create", "x", "--mode", "replace"), "'a' is used twice");
        refused(cli().run(upload(csv("name,name\n1,2\n"))), "[name, name]", "[name, amount]");
    }

    @Test
    void unreadableFile() throws IOException {
        String missing = folder.resolve("missing.csv").toString();

        refused(cli().run(upload(missing)), "Cannot read " + missing, "the file does not exist; check the path");
        refused(cli().run("upload", missing, "--create", "x", "--mode", "replace"), "Cannot read " + missing);
        refused(cli().run(upload(folder.toString())), "Cannot read " + folder);
    }

    @Test
    void emptyFile() throws IOException {
        refused(cli().run(upload(csv(""))), "There are no rows in");
        refused(cli().run("upload", csv(""), "--create", "x", "--mode", "replace"), "it is empty");
    }

    @Test
    void unclosedQuote() throws IOException {
        String broken = csv("name,amount\nfig,1\n\"plum,2\npear,3\n");

        refused(cli().run(upload(broken)), "Line 3", "quote");
        refused(cli().run("upload", broken, "--create", "x", "--mode", "replace"), "Line 3", "quote");
    }

    @Test
    void webPageInsteadOfAResponse() throws IOException {
        sandbox.faults()
                .add(Fault.on("POST", "/v1/streams/*/executions").always().respond(200, PAGE));
        refused(cli().run(upload(good())), "HTML page", "Down for maintenance", "proxy");

        sandbox.faults().clear();
        sandbox.faults().add(Fault.on("PUT", PARTS).always().respond(503, PAGE));
        refused(cli().run(upload(good())), "503", "Down for maintenance", "was aborted");

        sandbox.faults().clear();
        sandbox.faults().add(Fault.on("GET", "/v1/datasets/*/data").always().respond(200, PAGE));
        Cli.Ending export =
                cli().run("export", dataSet, folder.resolve("out.csv").toString());
        refused(export, "HTML page");
        onlyTheCsvExists();
    }

    @Test
    void serverThatClosesTheConnection() throws IOException {
        sandbox.faults().add(Fault.on("PUT", PARTS).always().dropConnection());
        refused(cli().run(upload(good())), "part", "got no response", "was aborted");

        sandbox.faults().clear();
        sandbox.faults().add(Fault.on("*", "/**").always().dropConnection());
        refused(cli().run(upload(good())), "POST /oauth/token got no response");
        sandbox.faults().clear();

        sandbox.faults().add(Fault.on("GET", "/v1/datasets/*/data").always().dropConnection());
        refused(cli().run("export", dataSet, folder.resolve("out.csv").toString()), "got no response");
        onlyTheCsvExists();
    }

    @Test
    void serverThatIsNotRunning() throws IOException {
        sandbox.close();

        Cli.Ending upload = cli().run(upload(good()));

        oneMessage(upload, 1, "got no response", "Nothing listens at");
    }

    @Test
    void httpToAnotherMachine() throws IOException {
        Cli.Ending upload = cli().with("DOMO_API_URL", "http://sandbox.invalid").run(upload(good()));

        refused(upload, "would cross the network unencrypted", "specify --allow-cleartext");
        oneMessage(
                cli().with("DOMO_API_URL", "http://sandbox.invalid")
                        .run("export", dataSet, folder.resolve("out.csv").toString(), "--allow-cleartext"),
                1,
                "sandbox.invalid cannot be resolved");
    }

    @Test
    void namesTheNewStreamWhenItsUploadFails() throws IOException {
        sandbox.faults().add(Fault.on("PUT", PARTS).always().respond(400, ""));

        Cli.Ending upload = cli().run("upload", good(), "--create", "New", "--mode", "replace");

        oneMessage(upload, 1, "was aborted", "To continue, use --stream");
    }

    @Test
    void lostResponseToTheCommit() throws Exception {
        sandbox.faults().add(Fault.on("PUT", COMMIT).performThenDropConnection());
        Fault noState = Fault.on("GET", "/v1/streams/*/executions/*").always().dropConnection();
        sandbox.faults().add(noState);

        Cli.Ending upload = interruptedWhen(noState, "upload", good(), "--stream", "" + stream, "--mode", "append");

        oneMessage(
                upload,
                3,
                "may or may not be committed",
                "run the same command again: it determines the outcome before it sends anything",
                "run 'domo reconcile --abort' with the journal",
                "Stream " + stream + ", execution 1, DataSet " + dataSet + System.lineSeparator() + "      Journal ");
    }

    @Test
    void interruptionBeforeTheRowCountIsUpdated() throws Exception {
        // The DataSet is read twice before the commit; later reads see a wrong count.
        Fault wrongCount = Fault.on("GET", "/v1/datasets/" + dataSet)
                .nth(3)
                .always()
                .respond(200, "{\"id\":\"" + dataSet + "\",\"rows\":7}");
        sandbox.faults().add(wrongCount);

        Cli.Ending upload = interruptedWhen(wrongCount, upload(good()));

        assertThat(upload.exitCode()).as(upload.err()).isZero();
        assertThat(upload.out()).contains("COMMITTED_UNVERIFIED");
    }

    @Test
    void printsAStackTraceOnlyWhenRequested() throws IOException {
        Cli.Ending without = new Cli().run(upload(good()));
        Cli.Ending byOption = new Cli().run("upload", good(), "--stream", "1", "--mode", "replace", "--trace");
        Cli.Ending byVariable = new Cli().with("DOMO_TRACE", "1").run(upload(good()));

        assertThat(without.err()).doesNotContain("at io.github");
        assertThat(byOption.err()).contains("at io.github");
        assertThat(byVariable.err()).contains("at io.github");
    }

    /** The client polls for a minute after the commit; Ctrl-C ends only the polling. */
    private Cli.Ending interruptedWhen(Fault fired, String... arguments) throws Exception {
        Cli cli = cli();
        CompletableFuture<Cli.Ending> upload = cli.runUntil(fired, sandbox, arguments);
        cli.interruption.arrive();
        return upload.get();
    }

    private Cli cli() {
        return Cli.against(sandbox);
    }

    private String[] upload(String file) {
        return new String[] {"upload", file, "--stream", "" + stream, "--mode", "replace"};
    }

    private String good() throws IOException {
        return csv("name,amount\nfig,1\nplum,2\n");
    }

    private String csv(String content) throws IOException {
        return Files.writeString(folder.resolve("rows.csv"), content).toString();
    }

    private void refused(Cli.Ending ending, String... parts) {
        oneMessage(ending, 1, parts);
        sandbox.faults().clear();
        assertThat(domo.streams().list()).as("nothing was created").hasSize(1);
        assertThat(domo.executions().list(stream))
                .extracting(Execution::currentState)
                .doesNotContain(ExecutionState.ACTIVE, ExecutionState.SUCCESS);
        assertThat(sandbox.rowCount(dataSet)).isZero();
    }

    private static void oneMessage(Cli.Ending ending, int exitCode, String... parts) {
        assertThat(ending.exitCode()).as(ending.err()).isEqualTo(exitCode);
        assertThat(ending.err()).startsWith("domo: ").contains(parts);
        assertThat(ending.err().lines().filter(line -> line.startsWith("domo: ")))
                .hasSize(1);
        assertThat(ending.out() + ending.err())
                .doesNotContain(SECRET, "Bearer", "Basic ", "\tat ", "Exception: io.github");
    }

    private void onlyTheCsvExists() throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).allMatch("rows.csv"::equals);
        }
    }
}
