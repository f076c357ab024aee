package io.github.domojvm.benchmarks.sink;

import io.github.domojvm.benchmarks.data.DataFile;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * A service on loopback for one generated file: it receives the file in parts, sends it as the export of its only
 * DataSet, and returns a list of 50 DataSets. It stores parts in memory and checks them only when asked, so that the
 * check does not compete with the client for the processors.
 *
 * <p>As a program, its argument is the file. It prints its URL and runs until its input ends.
 */
public final class Sink implements Closeable {
    /** The id of the only Stream. */
    public static final long STREAM = 1;
    /** The id of the only DataSet. */
    public static final String DATA_SET = "7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10";

    /** Small, so that a limited line does not look free while the kernel collects bytes. */
    private static final int RECEIVE_BUFFER = 128 * 1024;

    private final ServerSocketChannel server;
    private final Service service;

    private Sink(ServerSocketChannel server, Service service) {
        this.server = server;
        this.service = service;
    }

    /**
     * Runs a sink until the input ends.
     *
     * @param args the file
     * @throws IOException if no port can be opened
     */
    public static void main(String[] args) throws IOException {
        try (Sink sink = start(DataFile.read(Path.of(args[0])))) {
            System.out.println(sink.url());
            while (System.in.read() >= 0) {
                // The parent process writes nothing; its end closes the input.
            }
        }
        System.exit(0);
    }

    /**
     * Starts a sink.
     *
     * @param file the file that it receives and sends
     * @return the sink
     * @throws IOException if no port can be opened
     */
    public static Sink start(DataFile file) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Sink sink = new Sink(server, new Service(file));
        thread("sink", sink::accept).start();
        return sink;
    }

    /**
     * Returns the URL.
     *
     * @return without a path
     */
    public String url() {
        return "http://127.0.0.1:" + server.socket().getLocalPort();
    }

    /**
     * Returns the list of DataSets.
     *
     * @return the JSON of 50 DataSets
     */
    public static String listJson() {
        return Descriptions.list();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel channel = server.accept();
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                if (service.uploads().line().isLimited()) {
                    channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
                }
                thread("connection", new Connection(channel, service)).start();
            }
        } catch (AsynchronousCloseException e) {
            // Closed.
        } catch (IOException e) {
            service.broken(e);
        }
    }

    private static Thread thread(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
