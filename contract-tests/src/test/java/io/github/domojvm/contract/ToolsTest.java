package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolsTest {
    private static final Path SPEC = Path.of("/home/ada/domo-jvm/spec");
    private static final List<String> MOCK = List.of("mock", "--errors");

    @Test
    void nodeStartsPrismOnAnAutomaticPort() {
        assertThat(String.join(" ", ToolRuntime.NODE.prism(SPEC, 4711, MOCK)))
                .startsWith("node ")
                .endsWith("/node_modules/@stoplight/prism-cli/dist/index.js mock --errors -p 0 " + SPEC
                        + "/domo.openapi.yaml");
    }

    @Test
    void dockerPublishesTheFreePortOnLoopbackOnly() {
        assertThat(String.join(" ", ToolRuntime.DOCKER.prism(SPEC, 4711, MOCK)))
                .isEqualTo(
                        "docker run --rm --init -p 127.0.0.1:4711:4711 -v " + SPEC + ":/spec:ro stoplight/prism:5.14.2"
                                + " mock --errors -h 0.0.0.0 -p 4711 /spec/domo.openapi.yaml");
    }

    @Test
    void theUpstreamOfAProxyFollowsTheDescription() {
        List<String> proxy = List.of("proxy", "--errors");
        String upstream = "http://127.0.0.1:4712";

        assertThat(String.join(" ", ToolRuntime.NODE.prism(SPEC, 4711, proxy, upstream)))
                .endsWith(" proxy --errors -p 0 " + SPEC + "/domo.openapi.yaml http://127.0.0.1:4712");
        assertThat(String.join(" ", ToolRuntime.DOCKER.prism(SPEC, 4711, proxy, upstream)))
                .isEqualTo("docker run --rm --init --network host -v " + SPEC
                        + ":/spec:ro stoplight/prism:5.14.2 proxy --errors -h 127.0.0.1 -p 4711"
                        + " /spec/domo.openapi.yaml http://127.0.0.1:4712");
    }

    @Test
    void dockerLintsTheMountedDescription() {
        assertThat(String.join(" ", ToolRuntime.DOCKER.redocly(SPEC)))
                .isEqualTo("docker run --rm -v " + SPEC
                        + ":/spec:ro -w /spec redocly/cli:2.77.0 lint --config redocly.yaml domo");
    }

    @Test
    void dockerWritesTheReferenceFromTheMountedProject() {
        assertThat(String.join(
                        " ", ToolRuntime.DOCKER.reference(SPEC.getParent(), Path.of("/home/ada/out/index.html"))))
                .isEqualTo("docker run --rm -v " + SPEC.getParent() + ":/project:ro -v /home/ada/out:/page"
                        + " -w /project/contract-tests --entrypoint node redocly/cli:2.77.0"
                        + " src/test/node/reference.mjs /page/index.html");
    }

    @Test
    void dockerUsesTheVersionsOfThePackageFile() throws Exception {
        JsonNode versions = new ObjectMapper()
                .readTree(Folders.MODULE.resolve("package.json").toFile())
                .path("dependencies");

        assertThat(versions.path("@stoplight/prism-cli").asText()).isEqualTo(ToolRuntime.PRISM_VERSION);
        assertThat(versions.path("@redocly/cli").asText()).isEqualTo(ToolRuntime.REDOCLY_VERSION);
    }

    @Test
    void theLockFileContainsNoRegistryUrl() {
        assertThat(Folders.MODULE.resolve("package-lock.json")).content().doesNotContain("resolved", "http://");
    }

    @Test
    void prefersNodeAndUsesDockerWhenNodeIsMissing() {
        assertThat(ToolRuntime.choose(null, any -> true)).isEqualTo(ToolRuntime.NODE);
        assertThat(ToolRuntime.choose("", ToolRuntime.DOCKER::equals)).isEqualTo(ToolRuntime.DOCKER);
        assertThat(ToolRuntime.choose("docker", any -> true)).isEqualTo(ToolRuntime.DOCKER);
        assertThat(ToolRuntime.choose("node", any -> true)).isEqualTo(ToolRuntime.NODE);
    }

    @Test
    void failsWithInstructionsWhenNoRuntimeIsAvailable() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ToolRuntime.choose(null, any -> false))
                .withMessageContaining("neither Node 20 with npm nor a running Docker daemon")
                .withMessageContaining("Install Node 20 or newer, or start Docker, and run the tests again");
        assertThatIllegalStateException()
                .isThrownBy(() -> ToolRuntime.choose("docker", ToolRuntime.NODE::equals))
                .withMessageContaining("-Dprism=docker is set, but no Docker daemon responds");
        assertThatIllegalStateException()
                .isThrownBy(() -> ToolRuntime.choose("node", ToolRuntime.DOCKER::equals))
                .withMessageContaining("-Dprism=node is set, but Node 20 with npm was not found");
    }

    @Test
    void rejectsAnUnknownRuntime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ToolRuntime.choose("podman", any -> true))
                .withMessage("-Dprism must be node or docker, not \"podman\".");
    }

    @Test
    void packagesAreInstalledOnlyWhenMissingOrOlderThanTheLockFile(@TempDir Path folder) throws Exception {
        Path lock = Files.createFile(folder.resolve("package-lock.json"));
        assertThat(Tools.isInstallRequired(folder)).isTrue();

        Path installed = Files.createDirectories(folder.resolve("node_modules")).resolve(".package-lock.json");
        Files.createFile(installed);
        Files.setLastModifiedTime(lock, FileTime.fromMillis(2_000));
        Files.setLastModifiedTime(installed, FileTime.fromMillis(1_000));
        assertThat(Tools.isInstallRequired(folder)).isTrue();

        Files.setLastModifiedTime(installed, FileTime.fromMillis(2_000));
        assertThat(Tools.isInstallRequired(folder)).isFalse();
    }
}
