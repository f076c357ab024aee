package io.github.domojvm.benchmarks.sink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;

/** Serves one connection until the client closes it. */
final class Connection implements Runnable {
    private final SocketChannel channel;
    private final Service service;

    Connection(SocketChannel channel, Service service) {
        this.channel = channel;
        this.service = service;
    }

    @Override
    public void run() {
        try (channel) {
            HttpReader reader = new HttpReader(channel);
            for (Request request = reader.head(); request != null; request = reader.head()) {
                Uploads uploads = service.uploads();
                Body body = uploads.newBody();
                reader.body(request, uploads.line(), body);
                Response response = service.respond(request, body);
                if (request.path().get(0).equals("v1")) {
                    pause(uploads.options().latencyMillis());
                }
                write(response);
            }
        } catch (IOException e) {
            // The client closed the connection within a request. The check afterwards finds what is missing.
            service.broken(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause(long millis) throws InterruptedException {
        if (millis > 0) {
            Thread.sleep(millis);
        }
    }

    private void write(Response response) throws IOException {
        if (response.file() == null) {
            write(response.encoded(0));
            return;
        }
        try (FileChannel file = FileChannel.open(response.file())) {
            long size = file.size();
            write(response.encoded(size));
            for (long sent = 0; sent < size; ) {
                sent += file.transferTo(sent, size - sent, channel);
            }
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
