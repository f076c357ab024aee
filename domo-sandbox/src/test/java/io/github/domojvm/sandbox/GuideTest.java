package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GuideTest {
    private static final Path GUIDE = Path.of("..", "docs", "testing-with-the-sandbox.md");

    /** A row of the table of quirks, with descriptions for on and off. */
    private static final Pattern ROW = Pattern.compile("^\\| `([A-Z0-9_]+)` \\| .+ \\| .+ \\|$", Pattern.MULTILINE);

    @Test
    void guideListsEveryQuirkOnceAndInOrder() throws IOException {
        List<String> listed = ROW.matcher(Files.readString(GUIDE))
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(listed)
                .containsExactlyElementsOf(
                        Arrays.stream(Quirk.values()).map(Enum::name).toList());
    }
}
