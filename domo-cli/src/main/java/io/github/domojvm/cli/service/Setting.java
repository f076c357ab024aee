package io.github.domojvm.cli.service;

import java.util.List;

/**
 * A setting of the service and its origin.
 *
 * @param value the value, which may be a secret; blank if the setting is not set
 * @param origin the source of the value, such as {@code environment}
 */
public record Setting(String value, String origin) {
    public static final String CLIENT_ID = "DOMO_CLIENT_ID";
    public static final String CLIENT_SECRET = "DOMO_CLIENT_SECRET";
    public static final String API_URL = "DOMO_API_URL";
    public static final String SCOPES = "DOMO_SCOPES";
    static final List<String> NAMES = List.of(CLIENT_ID, CLIENT_SECRET, API_URL, SCOPES);

    public static final Setting MISSING = new Setting("", "not set");

    public boolean isSet() {
        return !value.isBlank();
    }

    /** Omits the value, which may be a secret. */
    @Override
    public String toString() {
        return "Setting[" + origin + "]";
    }
}
