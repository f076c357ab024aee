package io.github.domojvm.sandbox;

import io.github.domojvm.sandbox.internal.data.DataRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Immutable settings of a sandbox. */
record Settings(
        String host,
        int port,
        Path directory,
        Map<String, Client> clients,
        Map<String, List<String>> accountTypes,
        Duration tokenLifetime,
        MovableClock clock,
        Duration commitDelay,
        Duration importDelay,
        Duration commitInterval,
        int requestLimit,
        Duration requestWindow,
        long queryRowLimit,
        @Nullable TlsKeys tls,
        Set<Quirk> quirks,
        List<Fault> faults) {

    boolean on(Quirk quirk) {
        return quirks.contains(quirk);
    }

    DataRules dataRules() {
        return new DataRules(
                importDelay,
                commitDelay,
                commitInterval,
                queryRowLimit,
                on(Quirk.PUT_UPDATES_STREAM),
                on(Quirk.INVALID_ROWS_REJECTED_AT_PART),
                on(Quirk.PART_GAPS_ALLOWED),
                on(Quirk.EMPTY_COMMIT_SUCCEEDS),
                on(Quirk.HEADER_IN_FIRST_PART_ONLY),
                on(Quirk.SECOND_COMMIT_DUPLICATES_ROWS),
                on(Quirk.EARLY_COMMIT_RETURNS_429) ? 429 : on(Quirk.EARLY_COMMIT_RETURNS_409) ? 409 : 400,
                on(Quirk.NAMES_THAT_DIFFER_BY_CASE_ARE_REFUSED),
                on(Quirk.POLICIES_NEED_DATA));
    }
}
