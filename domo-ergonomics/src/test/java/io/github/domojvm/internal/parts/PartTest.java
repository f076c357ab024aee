package io.github.domojvm.internal.parts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartTest {
    @Test
    void writesTheSameBytesRepeatedlyFromAnyThread() throws IOException {
        Part part = Cuts.cut("a,b\nc,d\n".getBytes(UTF_8), PartOptions.builder().build(), 3)
                .get(0);
        byte[] once = Cuts.content(part);

        List<byte[]> again = IntStream.range(0, 50)
                .parallel()
                .mapToObj(i -> {
                    try {
                        return Cuts.content(part);
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();

        assertThat(again).hasSize(50).allSatisfy(bytes -> assertThat(bytes).isEqualTo(once));
    }

    @Test
    void lineOfRowScansBeyondTheFirstBlock() throws IOException {
        byte[] input = "x,\"1\n2\"\n".repeat(5_000).getBytes(UTF_8);

        Part part = Cuts.cut(input, PartOptions.builder().build(), 4096).get(0);

        assertThat(part.lineOfRow(1)).isEqualTo(1);
        assertThat(part.lineOfRow(4_999)).isEqualTo(9_997);
        assertThat(part.lineOfRow(5_000)).isEqualTo(9_999);
    }

    @Test
    void lineOfRowCountsEmptyValuesOfASingleColumn() throws IOException {
        PartOptions options = PartOptions.builder().maxRecords(3).gzipLevel(0).build();

        List<Part> parts = Cuts.cut("a\n\nb\n\n\nc\n".getBytes(UTF_8), options, 4);

        assertThat(parts.get(0).lineOfRow(2)).isEqualTo(2);
        assertThat(parts.get(1).lineOfRow(1)).isEqualTo(4);
        assertThat(parts.get(1).lineOfRow(3)).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 3})
    void lineOfRowRejectsARowOutsideThePart(long row) throws IOException {
        Part part = Cuts.cut("a,b\nc,d\n".getBytes(UTF_8), PartOptions.builder().build(), 64)
                .get(0);

        assertThatThrownBy(() -> part.lineOfRow(row))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row must be 1 to 2, not " + row);
    }

    @Test
    void lineOfRowFailsWhenTheContentCannotBeDecompressed() {
        Part broken = new Part(7, 0, 1, 2, 8, 0, 2, 1, List.of(new byte[] {1, 2, 3}));

        assertThatThrownBy(() -> broken.lineOfRow(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Part 7 cannot be read back");
    }
}
