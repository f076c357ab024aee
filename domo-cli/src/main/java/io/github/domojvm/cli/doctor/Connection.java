package io.github.domojvm.cli.doctor;

import io.github.domojvm.cli.terminal.Numbers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the connection to the host: DNS, TCP, TLS, the clock and the proxy. */
final class Connection {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(30);
    /** Tolerated difference of the clocks. A Date header has a resolution of seconds, and its transfer takes time. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private static final String PROXY_ADVICE = "set DOMO_JAVA_OPTS='-Dhttps.proxyHost=HOST -Dhttps.proxyPort=PORT'.";
    private static final List<String> PROXY_VARIABLES =
            List.of("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy");

    private final Checkup checkup;
    private final Map<String, String> environment;
    private final Clock clock;
    private final Certificates certificates = new Certificates();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .proxy(ProxySelector.getDefault())
            .sslContext(certificates.context())
            .build();

    Connection(Checkup checkup, Map<String, String> environment, Clock clock) {
        this.checkup = checkup;
        this.environment = environment;
        this.clock = clock;
    }

    /** Runs the checks, and returns whether the service responds. */
    boolean check(URI url) {
        Optional<InetSocketAddress> proxy = proxy(url);
        int port = url.getPort() >= 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
        InetSocketAddress next = proxy.orElse(InetSocketAddress.createUnresolved(url.getHost(), port));
        InetAddress address = resolved(next.getHostString(), proxy.isPresent());
        boolean reached = address != null && connects(address, next, proxy.isPresent());
        boolean responds = false;
        if (reached) {
            responds = responds(url);
        } else {
            checkup.skip("TLS", "there is no connection");
        }
        reportProxy(url, proxy);
        return responds;
    }

    /** Sends a request over the checked connection. */
    HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private @Nullable InetAddress resolved(String host, boolean proxy) {
        try {
            InetAddress[] addresses = InetAddress.getAllByName(host);
            checkup.ok(
                    "DNS",
                    (proxy ? "the proxy " : "") + host + " resolves to " + addresses[0].getHostAddress()
                            + (addresses.length > 1 ? " and " + (addresses.length - 1) + " more" : ""));
            return addresses[0];
        } catch (UnknownHostException e) {
            checkup.fail(
                    "DNS",
                    "cannot resolve " + host,
                    proxy
                            ? "Check the proxy settings of the JVM."
                            : "Check the host name in DOMO_API_URL and the network. Behind a proxy, " + PROXY_ADVICE);
            return null;
        }
    }

    private boolean connects(InetAddress address, InetSocketAddress next, boolean proxy) {
        String place = (proxy ? "the proxy " : "") + next.getHostString() + ":" + next.getPort();
        long start = System.nanoTime();
        try (Socket socket = new Socket(Proxy.NO_PROXY)) {
            socket.connect(new InetSocketAddress(address, next.getPort()), (int) CONNECT_TIMEOUT.toMillis());
            checkup.ok(
                    "TCP",
                    place + " accepted the connection in " + Numbers.time(Duration.ofNanos(System.nanoTime() - start)));
            return true;
        } catch (IOException e) {
            checkup.fail(
                    "TCP",
                    place + " does not accept connections: " + e.getMessage(),
                    proxy
                            ? "Check the proxy settings of the JVM."
                            : "Check the host, the port and any firewall. Behind a proxy, " + PROXY_ADVICE);
            return false;
        }
    }

    private boolean responds(URI url) {
        Instant before = clock.instant();
        HttpResponse<String> response;
        try {
            response =
                    send(HttpRequest.newBuilder(url).timeout(RESPONSE_TIMEOUT).build());
        } catch (IOException e) {
            if ("https".equals(url.getScheme())) {
                certificates.reportFailure(checkup, url.getHost(), e, clock.instant());
            } else {
                checkup.fail("HTTP", "no response: " + e.getMessage(), "Check that the port serves HTTP.");
            }
            return false;
        }
        if ("https".equals(url.getScheme())) {
            certificates.report(checkup, url.getHost(), clock.instant());
        } else if (isThisMachine(url)) {
            checkup.ok("TLS", "not used: http to this machine");
        } else {
            checkup.warn("TLS", "not used: the secret and all rows are sent unencrypted", "Use https.");
        }
        reportSkew(response, before, clock.instant());
        return true;
    }

    private void reportSkew(HttpResponse<String> response, Instant before, Instant after) {
        Optional<Instant> serverTime = response.headers().firstValue("Date").flatMap(Connection::date);
        if (serverTime.isEmpty()) {
            checkup.warn(
                    "Clock",
                    "the response has no valid Date header to compare with",
                    "Check that the host is Domo's. A proxy may have responded instead.");
            return;
        }
        Duration skew = Duration.between(
                serverTime.get(), before.plus(Duration.between(before, after).dividedBy(2)));
        if (skew.abs().compareTo(SKEW) <= 0) {
            checkup.ok("Clock", "within " + SKEW.toSeconds() + " s of the service's clock");
        } else {
            checkup.warn(
                    "Clock",
                    Numbers.time(skew.abs()) + (skew.isNegative() ? " behind" : " ahead of") + " the service's clock",
                    "Synchronize this machine's clock (NTP). Certificates and times in filters depend on it.");
        }
    }

    private void reportProxy(URI url, Optional<InetSocketAddress> proxy) {
        if (proxy.isPresent()) {
            checkup.ok("Proxy", proxy.get().getHostString() + ":" + proxy.get().getPort() + " (JVM settings)");
            return;
        }
        Optional<String> ignored = PROXY_VARIABLES.stream()
                .filter(name -> !environment.getOrDefault(name, "").isBlank())
                .findFirst();
        if (ignored.isPresent() && !isThisMachine(url)) {
            checkup.warn(
                    "Proxy", "none; Java ignores the variable " + ignored.get(), "To use a proxy, " + PROXY_ADVICE);
        } else {
            checkup.ok("Proxy", "none");
        }
    }

    private static Optional<InetSocketAddress> proxy(URI url) {
        ProxySelector selector = ProxySelector.getDefault();
        return selector == null
                ? Optional.empty()
                : selector.select(url).stream()
                        .filter(proxy -> proxy.type() != Proxy.Type.DIRECT)
                        .findFirst()
                        .map(proxy -> (InetSocketAddress) proxy.address());
    }

    private static boolean isThisMachine(URI url) {
        return String.valueOf(url.getHost()).matches("localhost|127(\\.\\d{1,3}){3}|\\[::1\\]");
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
