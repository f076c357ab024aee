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
 * A pipe that is named as a file. Opening one waits for who writes it, and no interrupt ends that wait; so it is opened
 * at the first read, on a thread that may stay behind. Reading it can be interrupted, which a plain file stream cannot.
 */
final class Pipe extends InputStream {
    private final Path file;
    private @Nullable InputStream opened;

    Pipe(Path file) {
        this.file = file;
    }

    /** Whether it is there, and neither a file nor a folder. */
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
            InterruptedIOException stopped = new InterruptedIOException("Interrupted while " + file + " was opened");
            stopped.initCause(e);
            throw stopped;
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
