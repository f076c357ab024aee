package io.github.domojvm.sandbox.internal.proxy;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** The two sockets of a forwarded connection, and how they end. */
final class Link implements MessageWriter.Disruptor, Closeable {
    private final Socket client;
    private final Socket target;
    private final Pauses pauses;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean silent;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    Link(Socket client, Socket target, Pauses pauses) throws SocketException {
        this.client = client;
        this.target = target;
        this.pauses = pauses;
        open.add(client);
        open.add(target);
        client.setTcpNoDelay(true);
        target.setTcpNoDelay(true);
    }

    InputStream fromClient() throws IOException {
        return client.getInputStream();
    }

    OutputStream toClient() throws IOException {
        return client.getOutputStream();
    }

    InputStream fromTarget() throws IOException {
        return target.getInputStream();
    }

    OutputStream toTarget() throws IOException {
        return target.getOutputStream();
    }

    /** Opens another connection to the target, which ends with this one at the latest. */
    Socket connectAgain() throws IOException {
        Socket opened = new Socket(target.getInetAddress(), target.getPort());
        open.add(opened);
        if (closed.getCount() == 0) {
            close();
        }
        return opened;
    }

    /** Returns whether nothing more may be sent to the client. */
    boolean isSilent() {
        return silent;
    }

    /** Sends nothing more to the client, and leaves its connection open. */
    void silence() {
        silent = true;
    }

    /** Ends both connections. The client receives everything sent so far, and then the end of the stream. */
    void end() {
        silent = true;
        try (target) {
            client.shutdownOutput();
        } catch (IOException e) {
            // It is closed.
        }
    }

    /** Ends both connections with a reset. */
    void reset() {
        silent = true;
        for (Socket socket : List.of(client, target)) {
            try {
                socket.setSoLinger(true, 0);
            } catch (SocketException e) {
                // It is closed.
            }
        }
        close();
    }

    @Override
    public void close() {
        closed.countDown();
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is of no use any more.
            }
        }
    }

    @Override
    public void disrupt(Disruption disruption) throws IOException {
        switch (disruption.kind()) {
            case CLOSE -> end();
            case RESET -> reset();
            case STALL -> stall(disruption);
            case DELAY -> {
                pause(disruption);
                return;
            }
            case DRIP -> {
                return;
            }
        }
        throw new EOFException("Ended by a planned fault");
    }

    private void stall(Disruption disruption) throws IOException {
        if (disruption.where().ofRequest()) {
            silence();
        }
        try {
            closed.await();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    @Override
    public void pause(Disruption disruption) throws IOException {
        try {
            if (pauses.pause(disruption.time(), closed)) {
                throw new EOFException("Closed during a pause");
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static IOException interrupted() {
        return new InterruptedIOException("Interrupted by the end of the proxy");
    }
}
