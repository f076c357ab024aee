package io.github.domojvm.cli;

import io.github.domojvm.DomoClient;
import io.github.domojvm.DomoClientBuilder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which service, and who calls it. */
final class ServiceOptions {
    private static final String SECRET = "DOMO_CLIENT_SECRET";

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
    boolean named(Surroundings around) {
        return credentials != null
                || !around.environment().getOrDefault("DOMO_CLIENT_ID", "").isBlank();
    }

    /** Makes a client of the service that is named; sends nothing. */
    DomoClient connect(Surroundings around) {
        Map<String, String> variables = new HashMap<>(around.environment());
        if (credentials != null) {
            variables.putAll(CredentialsFile.read(credentials));
        }
        String id = variables.getOrDefault("DOMO_CLIENT_ID", "");
        if (!id.isBlank() && variables.getOrDefault(SECRET, "").isBlank()) {
            variables.put(SECRET, around.prompt().ask("Secret of the client " + id + ": "));
        }
        DomoClientBuilder builder = DomoClient.builder()
                .environment(variables)
                .retryPolicy(around.retries())
                .userAgent("domo-cli");
        if (allowCleartext) {
            builder.allowCleartext();
        }
        return builder.build();
    }
}
