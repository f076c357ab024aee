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

/** The way to the host: its name, its port, TLS, and the proxy in between. */
final class Connection {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration SLOW_ANSWER = Duration.ofSeconds(30);
    /** What a clock may be off; a Date header has whole seconds and travels. */
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
            .connectTimeout(TIMEOUT)
            .proxy(ProxySelector.getDefault())
            .sslContext(certificates.context())
            .build();

    Connection(Checkup checkup, Map<String, String> environment, Clock clock) {
        this.checkup = checkup;
        this.environment = environment;
        this.clock = clock;
    }

    /** Tells whether the service can be asked for anything. */
    boolean check(URI url) {
        Optional<InetSocketAddress> proxy = proxy(url);
        int port = url.getPort() >= 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
        InetSocketAddress next = proxy.orElse(InetSocketAddress.createUnresolved(url.getHost(), port));
        InetAddress address = resolved(next.getHostString(), proxy.isPresent());
        boolean reached = address != null && connects(address, next, proxy.isPresent());
        boolean answers = false;
        if (reached) {
            answers = answers(url);
        } else {
            checkup.skip("TLS", "there is no connection");
        }
        tellProxy(url, proxy);
        return answers;
    }

    /** Sends a request by this way. */
    HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", e);
        }
    }

    private @Nullable InetAddress resolved(String host, boolean proxy) {
        try {
            InetAddress[] addresses = InetAddress.getAllByName(host);
            checkup.ok(
                    "DNS",
                    (proxy ? "the proxy " : "") + host + " is " + addresses[0].getHostAddress()
                            + (addresses.length > 1 ? " and " + (addresses.length - 1) + " more" : ""));
            return addresses[0];
        } catch (UnknownHostException e) {
            checkup.fail(
                    "DNS",
                    host + " cannot be found",
                    proxy
                            ? "Check the proxy settings of the JVM."
                            : "Check the name in DOMO_API_URL and the network. Behind a proxy: " + PROXY_ADVICE);
            return null;
        }
    }

    private boolean connects(InetAddress address, InetSocketAddress next, boolean proxy) {
        String place = (proxy ? "the proxy " : "") + next.getHostString() + ":" + next.getPort();
        long start = System.nanoTime();
        try (Socket socket = new Socket(Proxy.NO_PROXY)) {
            socket.connect(new InetSocketAddress(address, next.getPort()), (int) TIMEOUT.toMillis());
            checkup.ok(
                    "TCP",
                    place + " took the connection in " + Numbers.time(Duration.ofNanos(System.nanoTime() - start)));
            return true;
        } catch (IOException e) {
            checkup.fail(
                    "TCP",
                    place + " does not answer: " + e.getMessage(),
                    proxy
                            ? "Check the proxy settings of the JVM."
                            : "Check host and port, and whether a firewall is in between. Behind a proxy: "
                                    + PROXY_ADVICE);
            return false;
        }
    }

    private boolean answers(URI url) {
        Instant before = clock.instant();
        HttpResponse<String> answer;
        try {
            answer = send(HttpRequest.newBuilder(url).timeout(SLOW_ANSWER).build());
        } catch (IOException e) {
            if ("https".equals(url.getScheme())) {
                certificates.tellRefusal(checkup, url.getHost(), e, clock.instant());
            } else {
                checkup.fail("HTTP", "no answer: " + e.getMessage(), "Check that this port speaks http.");
            }
            return false;
        }
        if ("https".equals(url.getScheme())) {
            certificates.tell(checkup, url.getHost(), clock.instant());
        } else if (isThisMachine(url)) {
            checkup.ok("TLS", "none: http to this machine");
        } else {
            checkup.warn("TLS", "none: secret and rows can be read on the way", "Use https.");
        }
        tellSkew(answer, before, clock.instant());
        return true;
    }

    private void tellSkew(HttpResponse<String> answer, Instant before, Instant after) {
        Optional<Instant> theirs = answer.headers().firstValue("Date").flatMap(Connection::date);
        if (theirs.isEmpty()) {
            checkup.warn(
                    "Clock", "the service tells no time to compare with", "Is this Domo? A proxy may have answered.");
            return;
        }
        Duration skew = Duration.between(
                theirs.get(), before.plus(Duration.between(before, after).dividedBy(2)));
        if (skew.abs().compareTo(SKEW) <= 0) {
            checkup.ok("Clock", "within " + SKEW.toSeconds() + " s of the service's");
        } else {
            checkup.warn(
                    "Clock",
                    Numbers.time(skew.abs()) + (skew.isNegative() ? " behind" : " ahead of") + " the service's",
                    "Set this machine's clock (NTP): certificates and times in filters depend on it.");
        }
    }

    private void tellProxy(URI url, Optional<InetSocketAddress> proxy) {
        if (proxy.isPresent()) {
            checkup.ok("Proxy", proxy.get().getHostString() + ":" + proxy.get().getPort() + " (settings of the JVM)");
            return;
        }
        Optional<String> unread = PROXY_VARIABLES.stream()
                .filter(name -> !environment.getOrDefault(name, "").isBlank())
                .findFirst();
        if (unread.isPresent() && !isThisMachine(url)) {
            checkup.warn("Proxy", "none, though " + unread.get() + " is set, which Java does not read", PROXY_ADVICE);
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
