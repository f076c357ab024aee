package io.github.domojvm.sandbox.internal.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RowStoreTest {
    private static final List<Column> COLUMNS = List.of(new Column("name", ColumnType.STRING));

    @TempDir
    private Path parent;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "It has no POSIX permissions")
    void folderAndFilesAreCreatedForTheirOwnerOnly() throws IOException {
        try (RowStore store = new RowStore(parent)) {
            InputStream rows = new ByteArrayInputStream("a\n".getBytes(StandardCharsets.UTF_8)) {
                @Override
                public synchronized int read(byte[] target, int offset, int length) {
                    // The file exists and is still empty.
                    assertOnlyTheOwnerHasRights();
                    return super.read(target, offset, length);
                }
            };

            assertThat(store.store(rows, COLUMNS, false).rows()).isEqualTo(1);
            assertOnlyTheOwnerHasRights();
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void reportsAFolderThatCannotBeWritten() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> new RowStore(parent.resolve("missing")))
                .withMessageContaining("directory: cannot create a folder in ");
    }

    /** Checks the folder of the store and the file in it. */
    private void assertOnlyTheOwnerHasRights() {
        try {
            List<Path> files = files();
            assertThat(files).hasSize(2);
            for (Path file : files) {
                assertThat(Files.getPosixFilePermissions(file))
                        .as("%s", file)
                        .contains(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE)
                        .isSubsetOf(PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(parent)) {
            return all.filter(file -> !file.equals(parent)).toList();
        }
    }
}
