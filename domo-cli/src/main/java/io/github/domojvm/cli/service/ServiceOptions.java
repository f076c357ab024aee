package io.github.domojvm.cli.service;

import io.github.domojvm.DomoClient;
import io.github.domojvm.DomoClientBuilder;
import io.github.domojvm.cli.terminal.CliContext;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that select the service and the credentials. */
public final class ServiceOptions {
    @Option(
            names = "--credentials",
            paramLabel = "FILE",
            description = {
                "Read DOMO_CLIENT_ID, DOMO_CLIENT_SECRET, DOMO_API_URL and DOMO_SCOPES from NAME=VALUE lines of this file."
                        + " They take precedence over the environment. The file must not be accessible to other users."
            })
    private @Nullable Path credentials;

    @Option(
            names = "--allow-cleartext",
            description =
                    "Allow http to another machine. The secret and all rows are sent unencrypted; use it only for a sandbox"
                            + " in an isolated network.")
    private boolean allowCleartext;

    /** Returns whether credentials are specified at all. */
    public boolean named(CliContext context) {
        return credentials != null
                || !context.environment().getOrDefault(Setting.CLIENT_ID, "").isBlank();
    }

    public boolean allowsCleartext() {
        return allowCleartext;
    }

    /** Creates a client of the specified service. Sends no request. */
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
            throw variables.getOrDefault(Setting.API_URL, "").startsWith("http:") ? unencrypted(e) : e;
        }
    }

    private static IllegalStateException unencrypted(IllegalStateException cause) {
        return new IllegalStateException(
                "Cannot send the client secret over http. It would cross the network unencrypted. Use https, or specify"
                        + " --allow-cleartext if the network is isolated.",
                cause);
    }

    /** Returns all settings by name. Prompts for the secret if it is missing. */
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
            // Reading from the terminal cannot be interrupted.
            String secret = context.interruption()
                    .exitingImmediately(() -> context.prompt().ask("Client secret for " + id.value() + ": "));
            settings.put(Setting.CLIENT_SECRET, secret.isBlank() ? Setting.MISSING : new Setting(secret, "prompt"));
        }
        return settings;
    }
}
