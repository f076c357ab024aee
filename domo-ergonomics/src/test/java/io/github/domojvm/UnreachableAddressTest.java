package io.github.domojvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.retry.RetryPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The message names what cannot be reached, however the address is written. */
class UnreachableAddressTest {
    /** Returns addresses without a name, as a resolver of a program may. */
    private static final OkHttpClient LOOPBACK = new OkHttpClient.Builder()
            .dns(host -> List.of(InetAddress.getByAddress(new byte[] {127, 0, 0, 1})))
            .build();

    @ParameterizedTest
    @CsvSource({
        "[::1], [::1]",
        "[0:0:0:0:0:0:0:1], [::1]",
        "[0000:0:0:0:0:0:0:0001], [::1]",
        "[::FFFF:127.0.0.1], 127.0.0.1",
        "127.0.0.1, 127.0.0.1",
        "LocalHost, localhost"
    })
    void aRefusedConnectionIsNotBlamedOnAProxy(String written, String reported) throws IOException {
        int port = freePort(reported.contains("::") ? "::1" : "127.0.0.1");

        assertThat(message(client("http://" + written + ":" + port)))
                .contains("Nothing listens at " + reported + ":" + port + ".")
                .doesNotContain("at the proxy");
    }

    @ParameterizedTest
    @CsvSource({
        "api.example, api.example",
        "API.Example, api.example",
        "bücher.example, xn--bcher-kva.example",
        "BÜCHER.example, xn--bcher-kva.example",
        "xn--bcher-kva.example, xn--bcher-kva.example"
    })
    void aHostNameIsNotBlamedOnAProxy(String written, String reported) throws IOException {
        int port = freePort("127.0.0.1");

        assertThat(message(client("http://" + written + ":" + port)
                        .httpClient(LOOPBACK)
                        .allowCleartext()))
                .contains("Nothing listens at " + reported + ":" + port + ".")
                .doesNotContain("at the proxy");
    }

    @Test
    void aProxyWhoseNameContainsTheHostIsReported() throws IOException {
        int port = freePort("127.0.0.1");

        assertThat(message(client("http://localhost:" + port).proxy("localhost", port)))
                .contains("Nothing listens at the proxy for localhost.");
    }

    @Test
    void theServiceIsReportedIfItWasTriedWithoutTheProxyToo() throws IOException {
        int port = freePort("127.0.0.1");
        Proxy proxy = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("127.0.0.1", port));
        OkHttpClient both = new OkHttpClient.Builder()
                .proxySelector(new ProxySelector() {
                    @Override
                    public List<Proxy> select(URI uri) {
                        return List.of(proxy, Proxy.NO_PROXY);
                    }

                    @Override
                    public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
                })
                .build();

        assertThat(message(client("http://127.0.0.1:" + port).httpClient(both))).contains("Nothing listens at ");
    }

    @Test
    void anEventListenerOfTheCallerIsStillCalled() throws IOException {
        List<String> events = new ArrayList<>();
        OkHttpClient listening = new OkHttpClient.Builder()
                .eventListener(new EventListener() {
                    @Override
                    public void callFailed(Call call, IOException failure) {
                        events.add("failed");
                    }
                })
                .build();

        message(client("http://127.0.0.1:" + freePort("127.0.0.1")).httpClient(listening));

        assertThat(events).containsExactly("failed");
    }

    private static DomoClientBuilder client(String url) {
        return DomoClient.builder()
                .credentials("id", "marker-secret")
                .apiUrl(url)
                .retryPolicy(RetryPolicy.none());
    }

    private static String message(DomoClientBuilder client) {
        try (DomoClient domo = client.build()) {
            return catchThrowableOfType(
                            DomoIoException.class, () -> domo.dataSets().get("7b1c"))
                    .getMessage();
        }
    }

    private static int freePort(String address) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, 0));
            return socket.getLocalPort();
        } catch (IOException e) {
            return abort("This machine has no address " + address);
        }
    }
}
