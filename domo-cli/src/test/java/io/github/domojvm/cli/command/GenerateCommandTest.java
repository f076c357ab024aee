package io.github.domojvm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.cli.Cli;
import io.github.domojvm.sandbox.DomoSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {
    @TempDir
    Path folder;

    @Test
    void writesTheSameBytesForTheSameSeed() throws IOException {
        Path first = generate("first.csv", "--seed", "1");
        Path second = generate("second.csv", "--seed", "1");
        Path other = generate("other.csv", "--seed", "2");

        assertThat(first).hasSameBinaryContentAs(second);
        assertThat(Files.mismatch(first, other)).isNotNegative();
        assertThat(Files.size(first)).isBetween(1L << 20, (1L << 20) + 20_000);
    }

    @Test
    void aSandboxExportsTheSameBytes() throws IOException {
        Path csv = generate("rows.csv");
        Path exported = folder.resolve("exported.csv");
        try (DomoSandbox sandbox = DomoSandbox.start();
                var domo = Cli.client(sandbox)) {
            Cli.Ending upload = Cli.against(sandbox)
                    .run("upload", csv.toString(), "--create", "x", "--mode", "replace", "--part-rows", "999");
            assertThat(upload.exitCode()).as(upload.err()).isZero();
            assertThat(upload.out()).contains("id LONG, day DATE, city STRING, amount DOUBLE, note STRING");
            String id = String.valueOf(domo.dataSets().list().iterator().next().id());
            assertThat(Cli.against(sandbox)
                            .run("export", id, exported.toString())
                            .exitCode())
                    .isZero();
        }

        assertThat(exported).hasSameBinaryContentAs(csv);
    }

    @Test
    void overwritesAFileOnlyWithForce() throws IOException {
        Path csv = Files.writeString(folder.resolve("rows.csv"), "precious");

        Cli.Ending refused = new Cli().run("generate", csv.toString(), "--bytes", "1k");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(csv).hasContent("precious");

        Cli.Ending forced = new Cli().run("generate", csv.toString(), "--bytes", "1k", "--force");
        assertThat(forced.exitCode()).isZero();
        assertThat(csv).content().startsWith("id,day,city,amount,note\n1,");
    }

    @Test
    void stopsWhenInterrupted() {
        Thread.currentThread().interrupt();

        Cli.Ending generate = new Cli().run("generate", folder.resolve("x.csv").toString(), "--bytes", "1g");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(generate.exitCode()).isEqualTo(1);
        assertThat(generate.err()).contains("was interrupted. No partial file remains");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void leavesTheExistingFileUnchangedWhenInterrupted() throws IOException {
        Path csv = Files.writeString(folder.resolve("rows.csv"), "precious");
        Thread.currentThread().interrupt();

        Cli.Ending generate = new Cli().run("generate", csv.toString(), "--bytes", "1g", "--force");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(generate.exitCode()).isEqualTo(1);
        assertThat(csv).hasContent("precious");
        assertThat(folder).isDirectoryNotContaining("glob:**.partial");
    }

    @Test
    void replacesOnlyRegularFilesAndPreservesLinksAndPermissions() throws IOException {
        Path csv = Files.writeString(folder.resolve("rows.csv"), "old");
        Path own = Files.setPosixFilePermissions(
                csv, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), own);

        Cli.Ending forced = new Cli().run("generate", link.toString(), "--bytes", "1k", "--force");
        Cli.Ending device = new Cli().run("generate", "/dev/null", "--bytes", "1k", "--force");

        assertThat(forced.exitCode()).as(forced.err()).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(own).content().startsWith("id,day");
        assertThat(Files.getPosixFilePermissions(own)).hasSize(2);
        assertThat(device.exitCode()).isEqualTo(1);
        assertThat(device.err()).contains("Cannot write /dev/null. It is not a regular file");
    }

    @Test
    void reportsAFileThatCannotBeWritten() {
        Cli.Ending generate =
                new Cli().run("generate", folder.resolve("none/x.csv").toString(), "--bytes", "1k");

        assertThat(generate.exitCode()).isEqualTo(1);
        assertThat(generate.err()).contains("Cannot write", "NoSuchFileException");
    }

    private Path generate(String name, String... options) {
        Path csv = folder.resolve(name);
        String[] arguments = new String[4 + options.length];
        System.arraycopy(new String[] {"generate", csv.toString(), "--bytes", "1m"}, 0, arguments, 0, 4);
        System.arraycopy(options, 0, arguments, 4, options.length);
        Cli.Ending generate = new Cli().run(arguments);
        assertThat(generate.exitCode()).as(generate.err()).isZero();
        assertThat(generate.out()).contains("rows and a header line", "1.0 MiB");
        return csv;
    }
}
