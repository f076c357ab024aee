package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.sandbox.internal.proxy.Pauses;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Faults that slow a message down, and how waiting ends. */
class FaultProxyTimingTest {
    private static final String REQUEST = "GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String RESPONSE = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123456789";
    private static final Duration HOUR = Duration.ofHours(1);

    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final Pauses recorded = (time, closed) -> {
        pauses.add(time);
        return false;
    };

    @Test
    void delaysTheRestOnce() throws IOException {
        Fault delay = Fault.on("GET", "/a").inResponseBody(4).delay(HOUR);

        assertThat(exchange(delay)).isEqualTo(RESPONSE);
        assertThat(pauses).containsExactly(HOUR);
    }

    @Test
    void delaysARequestBeforeItIsForwarded() throws IOException {
        assertThat(exchange(Fault.on("GET", "/a").inRequest(0).delay(HOUR))).isEqualTo(RESPONSE);
        assertThat(pauses).containsExactly(HOUR);
    }

    @Test
    void pausesBeforeEachPieceOfTheRest() throws IOException {
        Fault drip = Fault.on("GET", "/a").inResponseBody(4).drip(2, HOUR);

        assertThat(exchange(drip)).isEqualTo(RESPONSE);
        assertThat(pauses).containsExactly(HOUR, HOUR, HOUR);
    }

    @Test
    void dripsARequestByteByByte() throws IOException {
        assertThat(exchange(
                        Fault.on("GET", "/a").inRequest(REQUEST.length() - 5).drip(1, HOUR)))
                .isEqualTo(RESPONSE);
        assertThat(pauses).hasSize(5);
    }

    @Test
    @SuppressWarnings("try") // The proxy is closed twice.
    void aPauseEndsWhenTheProxyIsClosed() throws Exception {
        try (ScriptedServer server = new ScriptedServer(RESPONSE);
                FaultProxy proxy = FaultProxy.start(server.url());
                RawConnection connection = new RawConnection(proxy.url())) {
            Fault delay =
                    proxy.faults().add(Fault.on("GET", "/a").inResponse(12).delay(HOUR));
            connection.send(REQUEST);
            proxy.faults().awaitFired(delay);

            proxy.close();

            assertThat(connection.readToEnd().text()).isEqualTo("HTTP/1.1 200");
        }
    }

    @Test
    void aPauseEndsWhenTheClientClosesItsConnection() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        Pauses untilClosed = (time, closed) -> {
            closed.await();
            ended.countDown();
            return true;
        };
        try (ScriptedServer server = new ScriptedServer(RESPONSE);
                FaultProxy proxy = FaultProxy.start(server.url(), untilClosed)) {
            Fault delay =
                    proxy.faults().add(Fault.on("GET", "/a").inResponse(12).delay(HOUR));
            try (RawConnection connection = new RawConnection(proxy.url())) {
                connection.send(REQUEST);
                proxy.faults().awaitFired(delay);
            }

            ended.await();
        }
    }

    @Test
    void aPlannedResponseWaitsForTheResponseBefore() throws Exception {
        AtomicReference<FaultProxy> running = new AtomicReference<>();
        AtomicReference<RawConnection> client = new AtomicReference<>();
        Pauses untilTheSecondRequestIsRead = (time, closed) -> {
            while (!hasReceived(client.get())
                    && threads(running.get()).stream().noneMatch(FaultProxyTimingTest::waits)) {
                Thread.onSpinWait();
            }
            return false;
        };
        try (ScriptedServer server = new ScriptedServer(RESPONSE, RESPONSE);
                FaultProxy proxy = FaultProxy.start(server.url(), untilTheSecondRequestIsRead);
                RawConnection connection = new RawConnection(proxy.url())) {
            running.set(proxy);
            client.set(connection);
            proxy.faults().add(Fault.on("GET", "/a").inResponse(0).delay(HOUR));
            proxy.faults().add(Fault.on("GET", "/a").respond(204, ""));

            connection.send(REQUEST + REQUEST + REQUEST);

            assertThat(connection.readToEnd().text()).isEqualTo(RESPONSE + "HTTP/1.1 204 Planned\r\n\r\n" + RESPONSE);
        }
    }

    private static boolean waits(Thread thread) {
        return thread.getState() == Thread.State.WAITING;
    }

    private static boolean hasReceived(RawConnection connection) {
        try {
            return connection.available() > 0;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void closingEndsAllThreads() throws Exception {
        try (ScriptedServer server = new ScriptedServer(RESPONSE)) {
            FaultProxy proxy = FaultProxy.start(server.url());
            try (RawConnection connection = new RawConnection(proxy.url())) {
                Fault stall = proxy.faults()
                        .add(Fault.on("GET", "/a").inResponseBody(1).stall());
                connection.send(REQUEST);
                proxy.faults().awaitFired(stall);
                List<Thread> threads = threads(proxy);
                assertThat(threads).hasSize(3).allMatch(Thread::isDaemon);

                proxy.close();

                for (Thread thread : threads) {
                    thread.join();
                }
                assertThat(threads(proxy)).isEmpty();
            }
            proxy.close();
        }
    }

    private static List<Thread> threads(FaultProxy proxy) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName()
                        .equals("domo-fault-proxy-" + proxy.url().getPort()))
                .toList();
    }

    private String exchange(Fault fault) throws IOException {
        try (ScriptedServer server = new ScriptedServer(RESPONSE);
                FaultProxy proxy = FaultProxy.start(server.url(), recorded);
                RawConnection connection = new RawConnection(proxy.url())) {
            proxy.faults().add(fault);
            String response = connection.send(REQUEST).read(RESPONSE.length());
            assertThat(proxy.faults().fired(fault)).isEqualTo(1);
            return response;
        }
    }
}
