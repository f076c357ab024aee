package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PrismExtension.class)
class PrismTest {
    @Test
    void respondsWithTheExamplesOfTheDescription(Prism prism) throws Exception {
        HttpResponse<String> response = get(prism, "/v1/streams/42", "fields", "all");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().map()).doesNotContainKey("sl-violations");
        assertThat(response.body()).contains("\"name\":\"Meter readings\"");
    }

    @Test
    void rejectsARequestThatViolatesTheDescription(Prism prism) throws Exception {
        HttpResponse<String> response = get(prism, "/v1/datasets", "limit", "51");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("sl-violations"))
                .hasValueSatisfying(text -> assertThat(text).contains("limit"));
    }

    @Test
    void isSharedByAllTestsOfTheRun(Prism prism, Prism again) {
        assertThat(again).isSameAs(prism);
    }

    @Test
    void readsThePortFromTheOutputAndStopsOnClose(@TempDir Path folder) throws Exception {
        Prism prism = Prism.start(fake("4711"), folder.resolve("prism.log"));
        try (prism) {
            assertThat(prism.url()).isEqualTo(URI.create("http://127.0.0.1:4711"));
            assertThat(prism.isRunning()).isTrue();
            assertThat(prism.log()).content().contains("listening on http://0.0.0.0:4711");
        }

        assertThat(prism.isRunning()).isFalse();
    }

    @Test
    void startFailsWithTheOutputWhenTheProcessEndsEarly(@TempDir Path folder) {
        assertThatIllegalStateException()
                .isThrownBy(() -> Prism.start(fake(), folder.resolve("prism.log")))
                .withMessageContaining("Prism did not start")
                .withMessageContaining("FakePrism")
                .withMessageContaining("awaiting Starting Prism");
    }

    private static HttpResponse<String> get(Prism prism, String path, String parameter, String value) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(prism.url().resolve(path + "?" + parameter + "=" + value))
                .header("Authorization", "Bearer any")
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static List<String> fake(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FakePrism.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
