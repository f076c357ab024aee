package io.github.domojvm.cli.command;

import io.github.domojvm.cli.terminal.CliContext;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.DomoSandboxBuilder;
import io.github.domojvm.sandbox.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options of {@code domo sandbox} for clients, limits, TLS and faults. */
final class SandboxSettings {
    private static final String PASSWORD = "DOMO_SANDBOX_KEYSTORE_PASSWORD";

    @Option(
            names = "--client",
            paramLabel = "ID:SECRET[:SCOPE,...]",
            converter = Client.Converter.class,
            description =
                    "API client that can request tokens, with some scopes or all. Can be repeated; the first one replaces"
                            + " the default client.")
    private List<Client> clients = List.of();

    @Option(
            names = "--account-type",
            paramLabel = "ID[:PROPERTY,...]",
            converter = AccountType.Converter.class,
            description = "Account type and its required properties. Can be repeated; the first one replaces the"
                    + " default types.")
    private List<AccountType> accountTypes = List.of();

    @Option(
            names = "--token-lifetime",
            paramLabel = "TIME",
            converter = Delay.class,
            description = "Time until a token expires, at least 1s (default: 3599s).")
    private @Nullable Duration tokenLifetime;

    @Option(
            names = "--commit-interval",
            paramLabel = "TIME",
            converter = Delay.class,
            description = "Minimum time between two commits of a Stream (default: 0s).")
    private @Nullable Duration commitInterval;

    @Option(
            names = "--request-limit",
            paramLabel = "N/TIME",
            converter = Limit.Converter.class,
            description = "Maximum number of requests in a time window, such as 100/1m (default: no limit).")
    private @Nullable Limit requestLimit;

    @Option(
            names = "--query-row-limit",
            paramLabel = "N",
            description = "Maximum number of rows of a DataSet that can be queried (default: 1000000).")
    private @Nullable Long queryRowLimit;

    @Option(
            names = "--tls-keystore",
            paramLabel = "FILE",
            description =
                    "PKCS12 file with key and certificate, to serve HTTPS instead of HTTP. Its password is read from "
                            + PASSWORD + ", or prompted for.")
    private @Nullable Path keyStore;

    @Option(
            names = "--fault",
            paramLabel = "JSON",
            converter = FaultOption.class,
            description =
                    "Planned fault, such as '{\"method\":\"PUT\",\"path\":\"/v1/streams/**\",\"action\":\"respond\",\"status\":503}'."
                            + " Can be repeated. The guide 'Testing with the sandbox' describes the members.")
    private List<Fault> faults = List.of();

    /** Applies the options to a builder. */
    void apply(DomoSandboxBuilder builder, CliContext context) {
        clients.forEach(client -> builder.client(client.id, client.secret, client.scopes.toArray(String[]::new)));
        accountTypes.forEach(type -> builder.accountType(type.id, type.properties.toArray(String[]::new)));
        if (tokenLifetime != null) {
            builder.tokenLifetime(tokenLifetime);
        }
        if (commitInterval != null) {
            builder.commitInterval(commitInterval);
        }
        if (requestLimit != null) {
            builder.requestLimit(requestLimit.requests, requestLimit.window);
        }
        if (queryRowLimit != null) {
            builder.queryRowLimit(queryRowLimit);
        }
        if (keyStore != null) {
            String password = context.environment().getOrDefault(PASSWORD, "");
            builder.tls(
                    keyStore, password.isEmpty() ? context.prompt().ask("Password of " + keyStore + ": ") : password);
        }
        builder.faults(faults.toArray(Fault[]::new));
    }

    private record AccountType(String id, List<String> properties) {
        private static final class Converter implements ITypeConverter<AccountType> {
            @Override
            public AccountType convert(String value) {
                String[] parts = value.split(":", 2);
                if (parts[0].isBlank()) {
                    throw new TypeConversionException("it must be ID or ID:PROPERTY,PROPERTY");
                }
                return new AccountType(parts[0], parts.length == 1 ? List.of() : List.of(parts[1].split(",")));
            }
        }
    }

    private record Client(String id, String secret, List<String> scopes) {
        @Override
        public String toString() {
            return id;
        }

        private static final class Converter implements ITypeConverter<Client> {
            @Override
            public Client convert(String value) {
                String[] parts = value.split(":", 3);
                if (parts.length < 2 || parts[0].isBlank() || parts[1].isEmpty()) {
                    throw new TypeConversionException("it must be ID:SECRET or ID:SECRET:SCOPE,SCOPE");
                }
                return new Client(parts[0], parts[1], parts.length == 2 ? List.of() : List.of(parts[2].split(",")));
            }
        }
    }

    private record Limit(int requests, Duration window) {
        private static final class Converter implements ITypeConverter<Limit> {
            @Override
            public Limit convert(String value) {
                String[] parts = value.split("/", 2);
                if (parts.length < 2 || !parts[0].matches("[1-9]\\d{0,8}")) {
                    throw new TypeConversionException("'" + value + "' is not a limit: write 100/1m");
                }
                return new Limit(Integer.parseInt(parts[0]), new Delay().convert(parts[1]));
            }
        }
    }

    private static final class FaultOption implements ITypeConverter<Fault> {
        @Override
        public Fault convert(String value) {
            try {
                Fault fault = Fault.fromJson(value);
                DomoSandbox.builder().faults(fault); // Refuses a fault that only a proxy can carry out.
                return fault;
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
