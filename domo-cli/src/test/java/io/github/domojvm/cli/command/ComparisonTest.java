package io.github.domojvm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.rest.model.ColumnType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    @TempDir
    Path folder;

    @Test
    void comparesValuesByTypeAndRowsInAnyOrder() throws IOException {
        Path mine = Files.writeString(
                folder.resolve("mine"), "n,t,d,x\n1.50,a,2024-01-01T10:00:00,\n-0,\"\",2024-01-02T10:00:00,\"\"\n");
        Path theirs = Files.writeString(
                folder.resolve("theirs"), "n,t,d,x\n0,\"\",2024-01-02 10:00:00,\n1.5,a,2024-01-01 10:00:00,\n");
        List<ColumnType> types = List.of(ColumnType.DOUBLE, ColumnType.STRING, ColumnType.DATETIME, ColumnType.DATE);

        Comparison comparison = Comparison.of(types, mine, theirs);

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.equal()).isTrue();
        assertThat(comparison.rows()).isEqualTo(2);
    }

    @Test
    void distinguishesNullFromAnEmptyStringAndDetectsADuplicatedRow() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine"), "t,u\n\"\",a\nx,b\n");
        Path theirs = Files.writeString(folder.resolve("theirs"), "t,v\n,a\nx,b\nx,b\n");
        List<ColumnType> types = List.of(ColumnType.STRING, ColumnType.STRING);

        Comparison comparison = Comparison.of(types, mine, theirs);

        assertThat(comparison.equal()).isFalse();
        assertThat(comparison.differences())
                .containsExactlyInAnyOrder(
                        "the header lines differ",
                        "missing from the export: [, a]",
                        "only in the export: [null, a]",
                        "only in the export: [x, b]");
    }
}
