package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifecycleTest {
    @TempDir
    Path folder;

    @Test
    void listensOnLoopbackAndAFreePort() {
        try (DomoSandbox one = DomoSandbox.start();
                DomoSandbox two = DomoSandbox.start()) {
            assertThat(one.url().getHost()).isEqualTo("127.0.0.1");
            assertThat(one.url()).isNotEqualTo(two.url());
            assertThat(one.clientId()).isEqualTo("sandbox-client");
            assertThat(one.clientSecret()).isEqualTo("sandbox-secret");
            assertThat(new Caller(two).get("/v1/datasets").status()).isEqualTo(200);
        }
    }

    @Test
    void environmentContainsTheUrlAndTheFirstClient() {
        try (DomoSandbox sandbox = DomoSandbox.builder()
                .client("loader", "one", "data")
                .client("reader", "two")
                .start()) {
            assertThat(sandbox.environment())
                    .isEqualTo(Map.of(
                            "DOMO_CLIENT_ID", "loader",
                            "DOMO_CLIENT_SECRET", "one",
                            "DOMO_API_URL", sandbox.url().toString()));
        }
    }

    @Test
    void reportsAPortThatIsInUse() throws IOException {
        try (DomoSandbox one = DomoSandbox.start()) {
            DomoSandboxBuilder portInUse = DomoSandbox.builder()
                    .host("localhost")
                    .directory(folder)
                    .port(one.url().getPort());

            assertThatThrownBy(portInUse::start)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("port: cannot listen on localhost:" + one.url().getPort());
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void reportsAFolderThatCannotBeUsed() {
        DomoSandboxBuilder missingFolder = DomoSandbox.builder().directory(folder.resolve("none"));

        assertThatThrownBy(missingFolder::start)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none");
    }

    @Test
    void closeEndsAllThreadsAndDeletesAllFiles() throws IOException {
        DomoSandbox sandbox = DomoSandbox.builder().directory(folder).start();
        Caller caller = new Caller(sandbox);
        caller.upload(caller.newStream("APPEND"), "a,1\n");
        assertThat(threads()).isNotEmpty();

        sandbox.close();
        sandbox.close();

        assertThat(threads()).isEmpty();
        assertThat(files()).isEmpty();
        assertThatThrownBy(() -> caller.get("/v1/datasets")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aProgramThatDoesNotCloseTheSandboxEnds() throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        UnclosedSandbox.class.getName())
                .redirectErrorStream(true)
                .start();
        try (InputStream output = program.getInputStream()) {
            assertThat(new String(output.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("queried with status 200");
            assertThat(program.waitFor()).isEqualTo(1);
        } finally {
            program.destroyForcibly();
        }
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("domo-sandbox"))
                .toList();
    }

    @Test
    void deletesRowFilesThatAreNoLongerReferenced() throws IOException {
        try (DomoSandbox sandbox = DomoSandbox.builder().directory(folder).start()) {
            Caller caller = new Caller(sandbox);
            String stream = caller.newStream("REPLACE");
            String dataSet = caller.dataSetOf(stream);
            for (int i = 0; i < 3; i++) {
                caller.state(caller.upload(stream, "a,1\n"));
            }
            caller.put(stream + "/executions/77/part/1", "b,1\n");
            caller.put(caller.newExecution(stream) + "/part/1", "broken\n");
            assertThat(files()).hasSize(1);

            caller.put(caller.newExecution(stream) + "/part/1", "b,1\n");
            assertThat(files()).hasSize(2);
            caller.put(stream + "/executions/abort", "");
            assertThat(files()).hasSize(1);

            caller.put(caller.newExecution(stream) + "/part/1", "b,1\n");
            caller.delete(stream);
            assertThat(files()).hasSize(1);
            caller.delete("/v1/datasets/" + dataSet);
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void storesOnlyTheMergedRowsOfAnUpsert() throws IOException {
        try (DomoSandbox sandbox = DomoSandbox.builder().directory(folder).start()) {
            Caller caller = new Caller(sandbox);
            String stream = caller.newStream("UPSERT");
            caller.state(caller.upload(stream, "a,1\n"));
            caller.state(caller.upload(stream, "a,2\n"));

            assertThat(files()).hasSize(1);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void closeWaitsForARequestInProgress() throws Exception {
        DomoSandbox sandbox = DomoSandbox.start();
        Caller caller = new Caller(sandbox);
        String dataSet = caller.newDataSet();
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), sandbox.url().getPort())) {
            String head = "PUT /v1/datasets/" + dataSet + "/data HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n"
                    + "Content-Length: 4\r\nAuthorization: Bearer " + caller.token() + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            // The interim response shows that the operation has started and is waiting for the body.
            assertThat(line(in)).contains("100");
            Thread closer = new Thread(sandbox::close);
            closer.start();
            socket.getOutputStream().write("a,1\n".getBytes(StandardCharsets.UTF_8));

            assertThat(line(in)).isEmpty();
            assertThat(line(in)).contains("204");
            closer.join();
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    @Test
    void readsTheCompleteBodyBeforeItRejectsARequest() throws IOException {
        try (DomoSandbox sandbox = DomoSandbox.start();
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), sandbox.url().getPort())) {
            // Larger than the buffers of both sockets, so that the client must send everything before it reads.
            byte[] body = new byte[32 * 1024 * 1024];
            String head = "PUT /v1/streams/1/executions/1/part/1 HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length
                    + "\r\n\r\n";

            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(body);

            assertThat(line(socket.getInputStream())).contains("403");
        }
    }

    @Test
    void survivesAClientThatClosesTheConnection() throws IOException {
        try (DomoSandbox sandbox = DomoSandbox.builder().directory(folder).start()) {
            Caller caller = new Caller(sandbox);
            String execution = caller.newExecution(caller.newStream("APPEND"));
            try (Socket socket =
                    new Socket(InetAddress.getLoopbackAddress(), sandbox.url().getPort())) {
                String head = "PUT " + execution + "/part/1 HTTP/1.1\r\nHost: x\r\nContent-Length: 4000\r\n"
                        + "Authorization: Bearer " + caller.token() + "\r\n\r\na,1\n";
                socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            }

            assertThat(caller.put(execution + "/part/2", "b,1\n").status()).isEqualTo(200);
            assertThat(caller.put(execution + "/commit", "").status()).isEqualTo(400);
        }
    }

    @Test
    void logsRequestsInOrderWithoutSecrets() {
        try (DomoSandbox sandbox = DomoSandbox.start()) {
            Caller caller = new Caller(sandbox);
            caller.get("/v1/datasets/?limit=5");
            caller.get("/v1/none");

            assertThat(sandbox.requests())
                    .containsExactly(
                            new RecordedRequest("POST", "/oauth/token", "", 200),
                            new RecordedRequest("GET", "/v1/datasets", "limit=5", 200),
                            new RecordedRequest("GET", "/v1/none", "", 404));
            assertThat(sandbox.requests().toString()).doesNotContain(sandbox.clientSecret());
            assertThat(new Client("id", "s3cret", List.of())).asString().doesNotContain("s3cret");
        }
    }

    @Test
    void limitsTheRequestLog() {
        RequestLog log = new RequestLog();
        for (int i = 0; i <= 10_000; i++) {
            log.add(new RecordedRequest("GET", "/" + i, "", 200));
        }

        assertThat(log.snapshot()).hasSize(10_000);
        assertThat(log.snapshot().get(0).path()).isEqualTo("/1");
    }

    @Test
    void rejectsInvalidSettings() {
        DomoSandboxBuilder builder = DomoSandbox.builder();
        Duration negative = Duration.ofSeconds(-1);

        assertThatThrownBy(() -> builder.port(-1)).hasMessage("port: must be 0 to 65535, but is -1");
        assertThatThrownBy(() -> builder.port(65536)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.client(" ", "x")).hasMessageContaining("id");
        assertThatThrownBy(() -> builder.client("a", "x", "all")).hasMessageContaining("'all'");
        assertThatThrownBy(() -> builder.tokenLifetime(Duration.ofMillis(999))).hasMessageContaining("tokenLifetime");
        assertThatThrownBy(() -> builder.commitDelay(negative)).hasMessageContaining("commitDelay");
        assertThatThrownBy(() -> builder.importDelay(negative)).hasMessageContaining("importDelay");
        assertThatThrownBy(() -> builder.commitInterval(negative)).hasMessageContaining("commitInterval");
        assertThatThrownBy(() -> builder.requestLimit(0, Duration.ofSeconds(1))).hasMessageContaining("requests");
        assertThatThrownBy(() -> builder.requestLimit(1, Duration.ZERO)).hasMessageContaining("window");
    }

    @Test
    void reportsAnUnknownDataSet() {
        try (DomoSandbox sandbox = DomoSandbox.start()) {
            assertThatThrownBy(() -> sandbox.rowCount("x"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("dataSetId: no DataSet x");
            assertThatThrownBy(() -> sandbox.rows("x")).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
