package io.github.domojvm.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Small file systems in memory, where the user may mount them. */
final class Mounts {
    private static final int PAGE = 4096;
    private static final int PAGES = 32;

    private Mounts() {}

    /** Mounts a small file system on a folder. Returns false if that is not allowed. */
    static boolean mount(Path folder) {
        return run("mount", "-t", "tmpfs", "-o", "size=" + PAGE * PAGES, "tmpfs", folder.toString());
    }

    static void unmount(Path folder) {
        if (!run("umount", folder.toString())) {
            throw new IllegalStateException("cannot unmount " + folder);
        }
    }

    /** Fills the file system of a folder, except for a number of pages. */
    static void fill(Path folder, int free) {
        try (var out = Files.newByteChannel(filler(folder), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer page = ByteBuffer.allocate(PAGE);
            try {
                while (out.write(page.rewind()) > 0) {}
            } catch (IOException e) {
                out.truncate(Math.max(0, out.size() / PAGE - free) * PAGE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the file that fills a file system. */
    static Path filler(Path folder) {
        return folder.resolve("filler");
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
