package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@EnabledIf(
        value = "io.github.domojvm.contract.Tools#haveNode",
        disabledReason = "The diagrams are drawn by Node 20 with npm; this run uses Docker for the tools")
class DiagramsTest {
    private static final Path DIAGRAMS = Folders.MODULE.resolveSibling("docs").resolve("diagrams");

    @Test
    void eachDiagramOfTheDocsIsDrawnFromItsSource(@TempDir Path drawn) throws Exception {
        Command.Outcome outcome = Command.run(
                List.of("node", "src/test/node/diagrams.mjs", drawn.toString()),
                Folders.MODULE,
                Folders.log("diagrams"));

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(names(drawn)).containsExactly("outcomes.svg", "upload.svg").isEqualTo(names(DIAGRAMS));
        for (String name : names(drawn)) {
            assertThat(DIAGRAMS.resolve(name))
                    .as("Run `make diagrams` after a change of the source")
                    .hasSameTextualContentAs(drawn.resolve(name));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".svg"))
                    .sorted()
                    .toList();
        }
    }
}
