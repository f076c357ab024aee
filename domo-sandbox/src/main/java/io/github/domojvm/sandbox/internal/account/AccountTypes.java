package io.github.domojvm.sandbox.internal.account;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The account types of a sandbox. Domo has hundreds, one for each connector, and does not publish a list of them.
 * Therefore each id is that of a type, which accepts any properties unless it is one of the known types.
 */
public final class AccountTypes {
    private static final List<AccountType> FICTITIOUS = List.of(
            new AccountType(
                    "cargo-files",
                    "Cargo file server",
                    List.of(
                            AccountType.Property.required("host", "Host"),
                            AccountType.Property.required("username", "User name"),
                            AccountType.Property.optional("privateKey", "Private key"))),
            new AccountType(
                    "harbour-db",
                    "Harbour database",
                    List.of(
                            AccountType.Property.required("host", "Host"),
                            new AccountType.Property("port", "Port", false, "[0-9]{1,5}"),
                            AccountType.Property.required("username", "User name"),
                            AccountType.Property.required("password", "Password"))),
            new AccountType(
                    "lighthouse-crm", "Lighthouse CRM", List.of(AccountType.Property.required("token", "Token"))),
            new AccountType("tide-tables", "Tide tables", List.of(AccountType.Property.required("apiKey", "API key"))),
            new AccountType(
                    "weather-feed", "Weather feed", List.of(AccountType.Property.optional("station", "Station"))));

    private final List<AccountType> known;
    private final boolean unknownRejected;

    /**
     * Creates the account types.
     *
     * @param configured required properties by id, or none for fictitious types
     * @param unknownRejected whether only known types exist
     */
    public AccountTypes(Map<String, List<String>> configured, boolean unknownRejected) {
        this.known = configured.isEmpty()
                ? FICTITIOUS
                : configured.entrySet().stream()
                        .map(type -> AccountType.requiring(type.getKey(), type.getValue()))
                        .toList();
        this.unknownRejected = unknownRejected;
    }

    Stream<AccountType> known() {
        return known.stream();
    }

    /** Returns a type, or null if it does not exist. */
    @Nullable
    AccountType find(String id) {
        return known().filter(type -> type.id().equals(id))
                .findFirst()
                .orElse(unknownRejected ? null : AccountType.requiring(id, List.of()));
    }
}
