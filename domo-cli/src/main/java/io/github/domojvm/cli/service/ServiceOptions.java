package io.github.domojvm.cli.service;

import io.github.domojvm.DomoClient;
import io.github.domojvm.DomoClientBuilder;
import io.github.domojvm.cli.terminal.CliContext;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which service, and who calls it. */
public final class ServiceOptions {
    @Option(
            names = "--credentials",
            paramLabel = "FILE",
            description = {
                "Read DOMO_CLIENT_ID, DOMO_CLIENT_SECRET, DOMO_API_URL and DOMO_SCOPES from this file, a line each:"
                        + " NAME=VALUE. They take precedence over the environment. Nobody but you may have the right to"
                        + " read the file."
            })
    private @Nullable Path credentials;

    @Option(
            names = "--allow-cleartext",
            description =
                    "Call a service on another machine by http. The secret and all rows can be read on the way: for a"
                            + " sandbox in a closed network only.")
    private boolean allowCleartext;

    /** Whether a service is named at all. */
    public boolean named(CliContext context) {
        return credentials != null
                || !context.environment().getOrDefault(Setting.CLIENT_ID, "").isBlank();
    }

    public boolean allowsCleartext() {
        return allowCleartext;
    }

    /** Makes a client of the service that is named; sends nothing. */
    public DomoClient connect(CliContext context) {
        return connect(context, settings(context));
    }

    public DomoClient connect(CliContext context, Map<String, Setting> settings) {
        Map<String, String> variables = new LinkedHashMap<>();
        settings.forEach((name, setting) -> variables.put(name, setting.value()));
        DomoClientBuilder builder = DomoClient.builder()
                .environment(variables)
                .retryPolicy(context.retries())
                .userAgent("domo-cli");
        if (allowCleartext) {
            return builder.allowCleartext().build();
        }
        try {
            return builder.build();
        } catch (IllegalStateException e) {
            throw variables.getOrDefault(Setting.API_URL, "").startsWith("http:") ? readable(e) : e;
        }
    }

    private static IllegalStateException readable(IllegalStateException refused) {
        return new IllegalStateException(
                "The client secret would cross the network readable: use https, or give --allow-cleartext if that network"
                        + " is closed.",
                refused);
    }

    /** Gives every setting by its name; asks for a secret that is missing. */
    public Map<String, Setting> settings(CliContext context) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        for (String name : Setting.NAMES) {
            String value = context.environment().getOrDefault(name, "");
            settings.put(name, value.isBlank() ? Setting.MISSING : new Setting(value.strip(), "environment"));
        }
        if (credentials != null) {
            String origin = "file " + credentials;
            CredentialsFile.read(credentials)
                    .forEach((name, value) -> settings.put(name, new Setting(value.strip(), origin)));
        }
        Setting id = settings.getOrDefault(Setting.CLIENT_ID, Setting.MISSING);
        if (id.isSet()
                && !settings.getOrDefault(Setting.CLIENT_SECRET, Setting.MISSING)
                        .isSet()) {
            // A terminal cannot be asked in a way that an interrupt ends.
            String secret = context.interruption()
                    .endingAtOnce(() -> context.prompt().ask("Secret of the client " + id.value() + ": "));
            settings.put(Setting.CLIENT_SECRET, secret.isBlank() ? Setting.MISSING : new Setting(secret, "asked for"));
        }
        return settings;
    }
}
