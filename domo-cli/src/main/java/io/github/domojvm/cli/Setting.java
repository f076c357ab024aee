package io.github.domojvm.cli;

import java.util.List;

/**
 * A setting of the service and where it comes from.
 *
 * @param value its value, blank when it is not set; a secret's among them
 * @param origin such as {@code environment}
 */
record Setting(String value, String origin) {
    static final String CLIENT_ID = "DOMO_CLIENT_ID";
    static final String CLIENT_SECRET = "DOMO_CLIENT_SECRET";
    static final String API_URL = "DOMO_API_URL";
    static final String SCOPES = "DOMO_SCOPES";
    static final List<String> NAMES = List.of(CLIENT_ID, CLIENT_SECRET, API_URL, SCOPES);

    static final Setting MISSING = new Setting("", "not set");

    boolean isSet() {
        return !value.isBlank();
    }

    /** Without the value, which may be a secret. */
    @Override
    public String toString() {
        return "Setting[" + origin + "]";
    }
}
