package io.github.domojvm.internal.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.csv.CsvSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SpoolTest {
    private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"));

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "It has no POSIX permissions")
    void theCopyIsCreatedForItsOwnerOnly() throws IOException {
        List<Path> before = copies();
        List<Set<PosixFilePermission>> rights = new ArrayList<>();
        CsvSource once = CsvSource.fromStream(new ByteArrayInputStream("a,1\n".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                // The copy exists and is still empty.
                rights.addAll(rightsExcept(before));
                return super.read(target, offset, length);
            }
        });

        try (Spool spool = Spool.of(once, 100);
                InputStream copy = spool.source().open()) {
            assertThat(copy.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("a,1\n");
        }

        assertThat(rights)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each).isSubsetOf(PosixFilePermissions.fromString("rw-------")));
    }

    private static List<Set<PosixFilePermission>> rightsExcept(List<Path> before) {
        try {
            List<Set<PosixFilePermission>> rights = new ArrayList<>();
            for (Path copy : copies()) {
                if (!before.contains(copy)) {
                    rights.add(Files.getPosixFilePermissions(copy));
                }
            }
            return rights;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Path> copies() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().startsWith("domo-rows-"))
                    .toList();
        }
    }
}
