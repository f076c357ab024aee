package io.github.domojvm.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The patches of {@code make mutants}, which runs less often than the sources change. */
class MutantsTest {
    private static final String FILE = "--- a/";

    static List<Path> patches() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("mutants"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("patches")
    void eachPatchAppliesToTheSources(Path patch) throws IOException {
        String source = "";
        for (String section : Files.readString(patch).split("(?m)^(?=--- a/|@@ )", -1)) {
            if (section.startsWith(FILE)) {
                source = Files.readString(
                        Path.of("..", section.lines().findFirst().orElseThrow().substring(FILE.length())));
            } else if (section.startsWith("@@")) {
                assertThat(source).contains(oldLines(section));
            }
        }
        assertThat(source).isNotEmpty();
    }

    private static String oldLines(String hunk) {
        return Arrays.stream(hunk.split("\n"))
                .filter(line -> line.startsWith(" ") || line.startsWith("-"))
                .map(line -> line.substring(1) + "\n")
                .collect(Collectors.joining());
    }
}
