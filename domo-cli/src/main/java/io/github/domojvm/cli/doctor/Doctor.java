package io.github.domojvm.cli.doctor;

import io.github.domojvm.CallOptions;
import io.github.domojvm.DomoClient;
import io.github.domojvm.cli.service.ServiceOptions;
import io.github.domojvm.cli.service.Setting;
import io.github.domojvm.cli.terminal.CliContext;
import io.github.domojvm.rest.model.AccessToken;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Runs all checks of {@code domo doctor}, ordered so that a failure explains the later ones. */
public final class Doctor {
    /** Limit for one call, including retries. */
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);

    private static final String SERVICE = "https://api.domo.com";

    private final CliContext context;
    private final ServiceOptions service;
    private final Checkup checkup;
    private final Clock clock;

    public Doctor(CliContext context, ServiceOptions service, Checkup checkup, Clock clock) {
        this.context = context;
        this.service = service;
        this.checkup = checkup;
        this.clock = clock;
    }

    public void examine() {
        checkup.ok("Java", Runtime.version() + ", " + System.getProperty("java.vendor", "vendor unknown"));
        checkup.ok("Libraries", String.join(", ", Libraries.names()));
        Map<String, Setting> settings;
        try {
            settings = service.settings(context);
        } catch (RuntimeException e) {
            checkup.fail("Settings", String.valueOf(e.getMessage()), "Fix the file, or omit --credentials.");
            return;
        }
        settings(settings);
        Optional<URI> url = url(settings);
        if (url.isEmpty()) {
            return;
        }
        Connection connection = new Connection(checkup, context.environment(), clock);
        boolean complete = setting(settings, Setting.CLIENT_ID).isSet()
                && setting(settings, Setting.CLIENT_SECRET).isSet();
        if (!complete) {
            boolean reached = connection.check(url.get());
            checkup.skip(
                    "Token", "client id or secret is not set" + (reached ? "" : ", and the service cannot be reached"));
            return;
        }
        try (DomoClient domo = service.connect(context, settings)) {
            examine(domo, connection, settings, url.get());
        } catch (IllegalStateException | IllegalArgumentException e) {
            // Thrown before any request: the secret would be sent unencrypted, or the libraries are incompatible.
            checkup.fail("Client", String.valueOf(e.getMessage()), "Nothing was sent. Fix this problem first.");
        }
    }

    private void examine(DomoClient domo, Connection connection, Map<String, Setting> settings, URI url) {
        if (!connection.check(url)) {
            checkup.skip("Token", "the service cannot be reached");
            return;
        }
        TokenCheck tokens = new TokenCheck(checkup, connection);
        String requested = setting(settings, Setting.SCOPES).value();
        Optional<AccessToken> token = tokens.check(
                url,
                setting(settings, Setting.CLIENT_ID).value(),
                setting(settings, Setting.CLIENT_SECRET).value(),
                requested);
        if (token.isEmpty()) {
            checkup.skip("Scopes", "there is no token");
            return;
        }
        CallOptions limited = CallOptions.builder().totalTimeout(CALL_TIMEOUT).build();
        new ScopeCheck(checkup, domo.with(limited).rest(), clock)
                .check(token.get().scope(), !requested.isBlank());
    }

    private void settings(Map<String, Setting> settings) {
        Setting secret = setting(settings, Setting.CLIENT_SECRET);
        checkup.hide(secret.value());
        required(Setting.CLIENT_ID, setting(settings, Setting.CLIENT_ID), false);
        required(Setting.CLIENT_SECRET, secret, true);
        Setting scopes = setting(settings, Setting.SCOPES);
        checkup.ok(
                Setting.SCOPES,
                scopes.isSet() ? scopes.value() + " (" + scopes.origin() + ")" : "not set: all scopes of the client");
        if (service.allowsCleartext()) {
            checkup.warn("--allow-cleartext", "set", "Omit it unless the service is a sandbox in an isolated network.");
        }
    }

    private void required(String name, Setting setting, boolean secret) {
        if (!setting.isSet()) {
            checkup.fail(
                    name,
                    "not set",
                    "Create a client in Domo's developer portal (developer.domo.com). Set its id and secret in the"
                            + " environment, or in a file for --credentials.");
            return;
        }
        String value = setting.value();
        String found = (secret ? "set" : value) + " (" + setting.origin() + ")";
        if (value.length() > 1 && "'\"".indexOf(value.charAt(0)) >= 0) {
            checkup.warn(
                    name, found, "The value begins with a quote. Remove the quotes unless they are part of the value.");
        } else {
            checkup.ok(name, found);
        }
    }

    /** Returns the URL without user, password and query, which may have been added by mistake. */
    private Optional<URI> url(Map<String, Setting> settings) {
        Setting setting = setting(settings, Setting.API_URL);
        String text = setting.isSet() ? setting.value() : SERVICE;
        String origin = setting.isSet() ? " (" + setting.origin() + ")" : " (default)";
        URI url;
        try {
            URI given = new URI(text);
            url = new URI(given.getScheme(), null, given.getHost(), given.getPort(), given.getPath(), null, null);
        } catch (URISyntaxException e) {
            url = URI.create("");
        }
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (url.getHost() == null || !List.of("http", "https").contains(scheme)) {
            checkup.fail(
                    Setting.API_URL, "not an http or https URL" + origin, "Unset it, or set it to " + SERVICE + ".");
            return Optional.empty();
        }
        String host = url.getHost().toLowerCase(Locale.ROOT);
        if (host.endsWith(".domo.com") && !host.equals("api.domo.com")) {
            checkup.warn(
                    Setting.API_URL,
                    url + origin + " is the host of an instance, which responds with its login page",
                    "Unset it, or set it to " + SERVICE + ", which serves every customer.");
        } else {
            checkup.ok(Setting.API_URL, url + origin);
        }
        return Optional.of(url);
    }

    private static Setting setting(Map<String, Setting> settings, String name) {
        return settings.getOrDefault(name, Setting.MISSING);
    }
}
