package io.github.domojvm.matrix;

import io.github.domojvm.internal.call.FakeTiming;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.SocketFactory;

/** Creates sockets on which a stalled read ends with a timeout, and a slow one takes time of a fake clock. */
final class TimedSockets extends SocketFactory {
    private static final int LOOK_EVERY_MILLIS = 10;
    private static final Duration SLOW_READ = Duration.ofSeconds(2);

    private final Supplier<Wire.Reading> reading;
    private final FakeTiming timing;

    TimedSockets(Supplier<Wire.Reading> reading, FakeTiming timing) {
        this.reading = reading;
        this.timing = timing;
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public InputStream getInputStream() throws IOException {
                return new FilterInputStream(super.getInputStream()) {
                    @Override
                    public int read(byte[] target, int offset, int length) throws IOException {
                        Wire.Reading rule = reading.get();
                        return rule.isNormal() ? in.read(target, offset, length) : timed(rule, target, offset, length);
                    }

                    private int timed(Wire.Reading rule, byte[] target, int offset, int length) throws IOException {
                        int timeout = getSoTimeout();
                        setSoTimeout(LOOK_EVERY_MILLIS);
                        try {
                            while (true) {
                                try {
                                    int count = in.read(target, offset, length);
                                    if (rule.drips() && rule.isStalled()) {
                                        timing.pass(SLOW_READ);
                                    }
                                    return count;
                                } catch (SocketTimeoutException e) {
                                    if (rule.isStalled() && !rule.drips()) {
                                        throw e;
                                    }
                                }
                            }
                        } finally {
                            if (!isClosed()) {
                                setSoTimeout(timeout);
                            }
                        }
                    }
                };
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException();
    }
}
