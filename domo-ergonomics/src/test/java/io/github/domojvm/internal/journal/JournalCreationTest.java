package io.github.domojvm.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalCreationTest {
    private static final JournalRecord FIRST = JournalRecord.of("upload").with("bytes", 3);

    @TempDir
    Path folder;

    @Test
    void onlyTheOwnerCanReadTheFileAndItsNewFolders() throws Exception {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "checks POSIX permissions");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path file = folder.resolve("a").resolve("b").resolve("journal");
        try (JournalFile journal = JournalFile.create(file, FIRST)) {
            journal.append(FIRST);
        }

        assertThat(rights(file)).isEqualTo("rw-------");
        assertThat(rights(file.getParent())).isEqualTo("rwx------");
        assertThat(rights(file.getParent().getParent())).isEqualTo("rwx------");
        assertThat(rights(folder)).isEqualTo("rwxr-xr-x");
        assertThat(names(file.getParent())).containsExactly("journal");
    }

    @Test
    void doesNotReplaceAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("journal"), "foreign");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));

        for (Path existing : List.of(file, link, folder)) {
            assertThatThrownBy(() -> JournalFile.create(existing, FIRST))
                    .isInstanceOf(FileAlreadyExistsException.class)
                    .hasMessage(existing.toString());
        }
        assertThat(file).hasContent("foreign");
        assertThat(names(folder)).containsExactlyInAnyOrder("journal", "link");
    }

    @Test
    void oneOfManyThreadsCreatesTheFile() throws Exception {
        Path file = folder.resolve("journal");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<JournalFile> created = new ArrayList<>();
        int rejected = 0;
        try {
            List<Future<JournalFile>> attempts = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                attempts.add(threads.submit(() -> JournalFile.create(file, FIRST)));
            }
            for (Future<JournalFile> attempt : attempts) {
                try {
                    created.add(attempt.get());
                } catch (ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(FileAlreadyExistsException.class);
                    rejected++;
                }
            }
        } finally {
            threads.shutdown();
        }

        assertThat(created).hasSize(1);
        assertThat(rejected).isEqualTo(49);
        created.get(0).append(FIRST);
        created.get(0).close();
        assertThat(JournalFile.read(file)).containsExactly(FIRST, FIRST);
        assertThat(names(folder)).containsExactly("journal");
    }

    @Test
    void removesOnlyItsOwnTemporaryFilesOfACrash() throws Exception {
        String id = ".01234567-89ab-cdef-0123-456789abcdef.tmp";
        Files.writeString(folder.resolve("journal" + id), "domo-upl");
        Files.writeString(folder.resolve("other" + id), "");
        Files.writeString(folder.resolve("journal.tmp"), "");

        JournalFile.create(folder.resolve("journal"), FIRST).close();

        assertThat(names(folder)).containsExactlyInAnyOrder("journal", "other" + id, "journal.tmp");
    }

    @Test
    void openingRemovesTheTemporaryFileOfACrashDuringTheCreation() throws Exception {
        Path file = folder.resolve("journal");
        JournalFile.create(file, FIRST).close();
        Files.copy(file, folder.resolve("journal.01234567-89ab-cdef-0123-456789abcdef.tmp"));

        JournalFile.open(file).close();

        assertThat(names(folder)).containsExactly("journal");
    }

    @Test
    void aFileInPlaceOfAFolderIsReportedAsSuch() throws Exception {
        Path inPlace = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> JournalFile.create(inPlace.resolve("journal"), FIRST))
                .isInstanceOf(NotDirectoryException.class);
        assertThatThrownBy(() -> JournalFile.create(inPlace.resolve("a").resolve("journal"), FIRST))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void aFolderThatCannotBeWrittenIsReported() {
        Path readOnly = Path.of("/proc");
        assumeTrue(Files.isDirectory(readOnly), "Linux only");

        assertThatThrownBy(() -> JournalFile.create(readOnly.resolve("journal"), FIRST))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("/proc/journal");
    }

    @Test
    void acceptsAFolderBehindASymbolicLinkAndARelativePath() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));
        JournalFile.create(link.resolve("journal"), FIRST).close();
        Path relative = Path.of("").toAbsolutePath().relativize(link.resolve("second"));
        JournalFile.create(relative, FIRST).close();

        assertThat(names(folder.resolve("real"))).containsExactlyInAnyOrder("journal", "second");
    }

    @Test
    void anInterruptedThreadCreatesNothing() throws Exception {
        try {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> JournalFile.create(folder.resolve("journal"), FIRST))
                    .isInstanceOf(ClosedByInterruptException.class);
        } finally {
            Thread.interrupted();
        }

        assertThat(names(folder)).isEmpty();
    }

    @Test
    void withoutHardLinksTheFileIsMovedAndReplacesNoOther() throws Exception {
        Path temporary = Files.writeString(folder.resolve("temporary"), "new");
        Path second = Files.writeString(folder.resolve("second"), "newer");
        Path file = folder.resolve("journal");

        NewFile.move(temporary, file);
        assertThatThrownBy(() -> NewFile.move(second, file)).isInstanceOf(FileAlreadyExistsException.class);

        assertThat(file).hasContent("new");
        assertThatThrownBy(() -> NewFile.move(temporary, folder.resolve("b"))).isInstanceOf(IOException.class);
        assertThat(names(folder)).containsExactlyInAnyOrder("journal", "second");
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
