package io.github.domojvm.cli.doctor;

import io.github.domojvm.ApiResponse;
import io.github.domojvm.RestAccess;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.PermissionException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** Compares the granted scopes with those there are, and reads one item by each. */
final class ScopeCheck {
    private static final String PORTAL = "edit the client in Domo's developer portal and tick its scope";

    private final Checkup checkup;
    private final RestAccess rest;
    private final Clock clock;

    ScopeCheck(Checkup checkup, RestAccess rest, Clock clock) {
        this.checkup = checkup;
        this.rest = rest;
        this.clock = clock;
    }

    /**
     * Checks them.
     *
     * @param granted what the token's answer says, null when it does not
     * @param narrowed whether the settings ask for some of the scopes only, so that the others are not missed
     */
    void check(@Nullable String granted, boolean narrowed) {
        if (granted == null || granted.isBlank()) {
            checkup.fail(
                    "Scopes",
                    "the token tells of none",
                    "In Domo's developer portal, give the client the scopes it needs.");
            return;
        }
        List<String> names = List.of(granted.strip().split("[\\s,]+"));
        String missing = Stream.of(ApiScope.values())
                .filter(scope -> scope != ApiScope.BUZZ && !names.contains(scope.toString()))
                .map(scope -> scope + " (" + scope.opens + ")")
                .collect(Collectors.joining(", "));
        String has = "granted: " + String.join(" ", names);
        if (missing.isEmpty()) {
            checkup.ok("Scopes", has);
        } else if (narrowed) {
            checkup.ok("Scopes", has + ", as DOMO_SCOPES asks; not asked for or missing: " + missing);
        } else {
            checkup.warn("Scopes", has + "; missing: " + missing, "If you need one of them, " + PORTAL + ".");
        }
        for (ApiScope scope : ApiScope.values()) {
            if (names.contains(scope.toString())) {
                read(scope);
            }
        }
    }

    private void read(ApiScope scope) {
        String name = "Scope " + scope;
        Call<?> call = scope.read(rest.api(), clock.instant());
        if (call == null) {
            checkup.ok(name, "opens " + scope.opens);
            return;
        }
        String request = "GET " + Objects.requireNonNull(call.request()).url().encodedPath();
        try {
            ApiResponse<?> answer = rest.executeWithResponse(call);
            checkup.ok(name, "opens " + scope.opens + "; " + request + " was answered " + answer.status());
        } catch (PermissionException e) {
            checkup.fail(
                    name,
                    String.valueOf(e.getMessage()),
                    "The scope is granted; the user whom the client acts for may lack the right in Domo.");
        } catch (DomoException e) {
            checkup.fail(
                    name,
                    String.valueOf(e.getMessage()),
                    "Run this again; if it stays so, ask Domo with the trace id.");
        }
    }
}
