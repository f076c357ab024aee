package io.github.domojvm.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a named pipe. Opening a pipe blocks until another process opens it for writing, and that wait cannot be
 * interrupted; therefore the pipe is opened at the first read, on a daemon thread that may outlive the upload. Reads
 * are interruptible, which those of a {@link java.io.FileInputStream} are not.
 */
final class Pipe extends InputStream {
    private final Path file;
    private @Nullable InputStream opened;

    Pipe(Path file) {
        this.file = file;
    }

    /** Returns whether the path exists and is neither a regular file nor a directory. */
    static boolean is(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    }

    @Override
    public int read() throws IOException {
        return opened().read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return opened().read(target, offset, length);
    }

    @Override
    public void close() throws IOException {
        if (opened != null) {
            opened.close();
        }
    }

    private InputStream opened() throws IOException {
        InputStream present = opened;
        if (present == null) {
            present = open();
            opened = present;
        }
        return present;
    }

    private InputStream open() throws IOException {
        CompletableFuture<FileChannel> channel = new CompletableFuture<>();
        Thread opening = new Thread(() -> open(channel), "domo-pipe");
        opening.setDaemon(true);
        opening.start();
        try {
            return Channels.newInputStream(channel.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("Interrupted while opening " + file);
            interrupted.initCause(e);
            throw interrupted;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new CompletionException(e);
        }
    }

    private void open(CompletableFuture<FileChannel> channel) {
        try {
            channel.complete(FileChannel.open(file, StandardOpenOption.READ));
        } catch (IOException | RuntimeException e) {
            channel.completeExceptionally(e);
        }
    }
}
