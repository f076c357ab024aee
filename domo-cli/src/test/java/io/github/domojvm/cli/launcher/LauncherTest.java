package io.github.domojvm.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the script {@code domo} with a substitute for {@code java} that records its arguments. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final String JAVA = """
            #!/bin/sh
            echo "$@" >>"$(dirname "$0")/calls"
            for argument in "$@"; do
                case $argument in
                    -XX:ArchiveClassesAtExit=*) ARCHIVE_COMMAND ;;
                esac
            done
            """;

    @TempDir
    Path folder;

    private Path home;
    private Path target;
    private Path jdk;

    @BeforeEach
    void copiesTheScript() throws IOException {
        home = Files.createDirectory(folder.resolve("my tools"));
        target = Files.createDirectories(home.resolve("domo-cli/target"));
        jdk = Files.createDirectories(folder.resolve("jdk/bin")).getParent();
        Files.copy(Path.of("../domo"), home.resolve("domo"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.1\"");
        jar(Instant.now().minusSeconds(600));
        java("echo archive >\"${argument#*=}\"");
    }

    @Test
    void createsTheArchiveOnceAndUsesIt() throws Exception {
        run(Map.of(), "doctor");
        run(Map.of(), "doctor");

        assertThat(calls()).hasSize(3);
        assertThat(calls().get(0)).contains("-XX:ArchiveClassesAtExit=").endsWith(" demo --sandbox");
        assertThat(calls().get(1))
                .startsWith("-XX:SharedArchiveFile=" + archives().get(0) + " -Xlog:disable ")
                .endsWith(" -jar " + target.resolve("domo-cli.jar") + " doctor");
        assertThat(calls().get(2)).isEqualTo(calls().get(1));
    }

    @Test
    void createsTheArchiveAgainForANewJar() throws Exception {
        run(Map.of(), "doctor");
        jar(Instant.now().plusSeconds(600));

        run(Map.of(), "doctor");

        assertThat(calls()).hasSize(4);
        assertThat(archives()).hasSize(1);
    }

    @Test
    void createsATruncatedArchiveAgain() throws Exception {
        run(Map.of(), "doctor");
        Files.writeString(archives().get(0), "arch");

        run(Map.of(), "doctor");

        assertThat(calls()).hasSize(4);
        assertThat(archives().get(0)).hasContent("archive");
    }

    @Test
    void createsAnArchiveForEachJdk() throws Exception {
        run(Map.of(), "doctor");
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25\"");

        run(Map.of(), "doctor");

        assertThat(calls()).hasSize(4);
        assertThat(archives()).hasSize(2);
    }

    @Test
    void startsWithoutAnArchiveIfItCannotBeCreated() throws Exception {
        java("exit 1");

        run(Map.of(), "doctor");
        run(Map.of(), "doctor");

        assertThat(calls()).hasSize(3);
        assertThat(calls().get(2)).doesNotContain("SharedArchiveFile").endsWith(" doctor");
    }

    @Test
    void startsWithoutAnArchiveOnRequestOrWithoutAReleaseFile() throws Exception {
        run(Map.of("DOMO_ARCHIVE", "off"), "doctor");
        Files.delete(jdk.resolve("release"));
        run(Map.of(), "doctor");

        assertThat(calls()).hasSize(2).noneMatch(call -> call.contains("Archive"));
        assertThat(archives()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"doctor", "reconcile", "demo", "--version"})
    void startsShortCommandsWithTheFastCompiler(String command) throws Exception {
        run(Map.of(), command);

        assertThat(calls().get(1)).contains(" -XX:TieredStopAtLevel=1 ", " -XX:+UseSerialGC ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload", "export", "generate", "sandbox"})
    void startsLongCommandsWithTheDefaultsOfTheJvm(String command) throws Exception {
        run(Map.of(), "--trace", command);

        assertThat(calls().get(1)).doesNotContain("Tiered", "GC").contains("SharedArchiveFile");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JAVA_OPTS", "DOMO_JAVA_OPTS", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS"})
    void doesNotChooseASecondCollector(String variable) throws Exception {
        run(Map.of(variable, "-Xmx64m -XX:+UseParallelGC"), "doctor");

        assertThat(calls().get(1)).doesNotContain("UseSerialGC").contains("TieredStopAtLevel");
    }

    @Test
    void theOptionsOfTheUserComeLast() throws Exception {
        run(Map.of("JAVA_OPTS", "-Da=1 -Db=2", "DOMO_JAVA_OPTS", "-XX:TieredStopAtLevel=4"), "doctor", "a b");

        assertThat(calls().get(1))
                .contains("-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Ddomo.terminals= -Da=1 -Db=2"
                        + " -XX:TieredStopAtLevel=4 -jar ")
                .endsWith(" doctor a b");
    }

    private void java(String archiveCommand) throws IOException {
        Path java = jdk.resolve("bin/java");
        Files.writeString(java, JAVA.replace("ARCHIVE_COMMAND", archiveCommand));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void jar(Instant time) throws IOException {
        Path jar = target.resolve("domo-cli.jar");
        Files.writeString(jar, "a jar");
        Files.setLastModifiedTime(jar, FileTime.from(time));
    }

    private void run(Map<String, String> variables, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("sh", home.resolve("domo").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().keySet().removeIf(name -> name.contains("JAVA") || name.startsWith("DOMO"));
        process.environment().put("JAVA_HOME", jdk.toString());
        process.environment().putAll(variables);
        process.redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());

        assertThat(process.start().waitFor()).isZero();
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(jdk.resolve("bin/calls"));
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith(".jsa")).toList();
        }
    }
}
