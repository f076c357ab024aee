package io.github.domojvm.cli.doctor;

import io.github.domojvm.rest.DomoRest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** The scopes of a client, and the APIs that each covers (Domo docs, API Authentication). */
enum ApiScope {
    DATA("DataSets, queries, policies, Streams, Simple"),
    USER("Users, Groups"),
    DASHBOARD("Pages, collections, Cards, Embed"),
    AUDIT("Activity Log"),
    ACCOUNT("Accounts"),
    WORKFLOW("Projects, Tasks"),
    BUZZ("Buzz, deprecated by Domo; not checked");

    final String covers;

    ApiScope(String covers) {
        this.covers = covers;
    }

    /** Returns a call that reads one item, or null if the scope is not checked, since Domo may end a deprecated API. */
    @Nullable
    Call<?> read(DomoRest api, Instant now) {
        return switch (this) {
            case DATA -> api.dataSets().listDataSets(1, 0, null, null);
            case USER -> api.users().listUsers(1, 0);
            case DASHBOARD -> api.pages().listPages(1, 0);
            case AUDIT ->
                api.activityLog()
                        .listActivityLogEntries(
                                null, now.minus(Duration.ofDays(1)).toEpochMilli(), now.toEpochMilli(), 1, 0);
            case ACCOUNT -> api.accounts().listAccounts(1, 0);
            case WORKFLOW -> api.projects().listProjects(1, 0);
            case BUZZ -> null;
        };
    }

    /** Returns the name in the spelling of Domo. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
