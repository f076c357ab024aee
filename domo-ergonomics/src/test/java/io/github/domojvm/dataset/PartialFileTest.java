package io.github.domojvm.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartialFileTest {
    @TempDir
    Path folder;

    @Test
    void isNamedAfterItsTargetAndReplacesIt() throws IOException {
        Path target = folder.resolve("out.csv");

        try (PartialFile partial = PartialFile.create(target)) {
            assertThat(files()).singleElement().asString().matches("\\.out\\.csv\\.[0-9a-f]{8}\\.partial");
            partial.channel().write(ByteBuffer.wrap(new byte[] {'a'}));
            partial.moveTo(target);
        }

        assertThat(target).hasContent("a");
        assertThat(files()).containsExactly("out.csv");
    }

    @Test
    void isRemovedUnlessItReplacesItsTarget() throws IOException {
        PartialFile.create(folder.resolve("out.csv")).close();

        assertThat(files()).isEmpty();
    }

    @Test
    void removesTheFileOfAKilledExportToTheSameTargetOnly() throws IOException {
        Files.createFile(folder.resolve(".out.csv.0123abcd.partial"));
        List<String> others = List.of(
                ".out.csv.0123abcde.partial", ".out.csv.old.partial", ".other.csv.0123abcd.partial", "out.csv.partial");
        for (String other : others) {
            Files.createFile(folder.resolve(other));
        }
        Files.createDirectory(folder.resolve(".out.csv.99999999.partial"));

        PartialFile.create(folder.resolve("out.csv")).close();

        assertThat(files()).hasSize(5).containsAll(others).contains(".out.csv.99999999.partial");
    }

    @Test
    void doesNotRemoveAFileThatIsLocked() throws IOException {
        Path locked = folder.resolve(".out.csv.0123abcd.partial");
        try (FileChannel other = FileChannel.open(locked, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            assertThat(other.tryLock()).isNotNull();

            PartialFile.create(folder.resolve("out.csv")).close();

            assertThat(locked).exists();
        }
    }

    @Test
    void isLockedForOtherProcesses() throws Exception {
        Path target = folder.resolve("out.csv");
        try (PartialFile partial = PartialFile.create(target)) {
            Path path = folder.resolve(files().get(0));
            Path source = Files.writeString(
                    folder.resolve("Locked.java"),
                    "class Locked { public static void main(String[] a) throws Exception { try (var c ="
                            + " java.nio.channels.FileChannel.open(java.nio.file.Path.of(a[0]),"
                            + " java.nio.file.StandardOpenOption.WRITE)) { System.out.print(c.tryLock() == null); } } }");
            // Another export of this process must not release the lock.
            PartialFile.create(target).close();

            Process other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            source.toString(),
                            path.toString())
                    .redirectErrorStream(true)
                    .start();
            assertThat(new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("true");
            assertThat(partial.channel().isOpen()).isTrue();
        }
    }

    @Test
    void hasThePermissionsOfItsTargetFromItsCreation() throws IOException {
        Path target = Files.createFile(folder.resolve("out.csv"));
        assumeThat(Files.getFileStore(target).supportsFileAttributeView("posix"))
                .isTrue();
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));

        try (PartialFile partial = PartialFile.create(target)) {
            Path path = folder.resolve(files().get(0));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rw-------");
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-rw-rw-"));
            partial.moveTo(target);
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-rw-rw-");
    }

    @Test
    void acceptsTargetsWithTheLongestName() throws IOException {
        Path target = folder.resolve("ä".repeat(120) + ".csv");
        Path other = folder.resolve("ä".repeat(121) + ".csv");

        try (PartialFile first = PartialFile.create(target);
                PartialFile second = PartialFile.create(other)) {
            first.moveTo(target);
            second.moveTo(other);
        }

        assertThat(target).exists();
        assertThat(other).exists();
    }

    @Test
    void concurrentExportsToOneTargetAllSucceed() throws Exception {
        Path target = folder.resolve("out.csv");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CountDownLatch all = new CountDownLatch(8);
        List<Future<?>> exports = IntStream.range(0, 8)
                .<Future<?>>mapToObj(i -> threads.submit(() -> {
                    all.countDown();
                    all.await();
                    for (int repeat = 0; repeat < 50; repeat++) {
                        try (PartialFile partial = PartialFile.create(target)) {
                            partial.moveTo(target);
                        }
                    }
                    return null;
                }))
                .toList();
        for (Future<?> export : exports) {
            export.get();
        }
        threads.shutdown();

        assertThat(files()).containsExactly("out.csv");
    }

    private List<String> files() {
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(path -> path.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
