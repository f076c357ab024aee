package io.github.domojvm;

import java.util.Map;

/** Applies environment variables to a builder. */
final class EnvironmentVariables {
    private EnvironmentVariables() {}

    static void apply(Map<String, String> variables, DomoClientBuilder client) {
        client.credentials(required(variables, "DOMO_CLIENT_ID"), required(variables, "DOMO_CLIENT_SECRET"));
        String url = variables.getOrDefault("DOMO_API_URL", "");
        if (!url.isBlank()) {
            client.apiUrl(url);
        }
        String scopes = variables.getOrDefault("DOMO_SCOPES", "");
        if (!scopes.isBlank()) {
            client.scopes(scopes.strip().split("[\\s,]+"));
        }
    }

    private static String required(Map<String, String> variables, String name) {
        String value = variables.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(name
                    + " is not set. Set DOMO_CLIENT_ID and DOMO_CLIENT_SECRET to the credentials of a client created in"
                    + " Domo's developer portal.");
        }
        return value.strip();
    }
}
