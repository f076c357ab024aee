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

/** Compares the granted scopes with all scopes, and reads one item with each granted scope. */
final class ScopeCheck {
    private static final String PORTAL = "select it for the client in Domo's developer portal";

    private final Checkup checkup;
    private final RestAccess rest;
    private final Clock clock;

    ScopeCheck(Checkup checkup, RestAccess rest, Clock clock) {
        this.checkup = checkup;
        this.rest = rest;
        this.clock = clock;
    }

    /**
     * Reports the granted and missing scopes, and reads one item with each granted scope.
     *
     * @param granted the scopes in the token response, or null if it contains none
     * @param narrowed whether the settings request a subset of the scopes, so that missing ones are not a problem
     */
    void check(@Nullable String granted, boolean narrowed) {
        if (granted == null || granted.isBlank()) {
            checkup.fail(
                    "Scopes",
                    "the token response contains no scopes",
                    "Select the scopes that the client needs in Domo's developer portal.");
            return;
        }
        List<String> names = List.of(granted.strip().split("[\\s,]+"));
        String missing = Stream.of(ApiScope.values())
                .filter(scope -> scope != ApiScope.BUZZ && !names.contains(scope.toString()))
                .map(scope -> scope + " (" + scope.covers + ")")
                .collect(Collectors.joining(", "));
        String has = "granted: " + String.join(" ", names);
        if (missing.isEmpty()) {
            checkup.ok("Scopes", has);
        } else if (narrowed) {
            checkup.ok("Scopes", has + ", as set in DOMO_SCOPES; not requested or missing: " + missing);
        } else {
            checkup.warn("Scopes", has + "; missing: " + missing, "If you need a missing scope, " + PORTAL + ".");
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
            checkup.ok(name, "covers " + scope.covers);
            return;
        }
        String request = "GET " + Objects.requireNonNull(call.request()).url().encodedPath();
        try {
            ApiResponse<?> response = rest.executeWithResponse(call);
            checkup.ok(name, "covers " + scope.covers + "; " + request + " returned status " + response.status());
        } catch (PermissionException e) {
            checkup.fail(
                    name,
                    String.valueOf(e.getMessage()),
                    "The scope is granted, but the user of the client may lack the permission in Domo.");
        } catch (DomoException e) {
            checkup.fail(
                    name,
                    String.valueOf(e.getMessage()),
                    "Run the command again. If the problem persists, contact Domo with the trace id.");
        }
    }
}
