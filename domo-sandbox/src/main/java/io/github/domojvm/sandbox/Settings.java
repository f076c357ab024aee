package io.github.domojvm.sandbox;

import io.github.domojvm.sandbox.internal.data.DataRules;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a builder collected, frozen. */
record Settings(
        String host,
        int port,
        Path directory,
        Map<String, Client> clients,
        Duration tokenLifetime,
        Clock clock,
        Duration commitDelay,
        Duration importDelay,
        Duration commitInterval,
        int requestLimit,
        Duration requestWindow,
        long queryRowLimit,
        @Nullable TlsKeys tls,
        Set<SandboxSwitch> switches,
        List<Fault> faults) {

    boolean on(SandboxSwitch named) {
        return switches.contains(named);
    }

    DataRules dataRules() {
        return new DataRules(
                importDelay,
                commitDelay,
                commitInterval,
                queryRowLimit,
                on(SandboxSwitch.PUT_UPDATES_STREAM),
                on(SandboxSwitch.ROW_ERRORS_FOUND_AT_COMMIT),
                on(SandboxSwitch.PART_GAPS_ALLOWED),
                on(SandboxSwitch.EMPTY_COMMIT_SUCCEEDS),
                on(SandboxSwitch.HEADER_IN_FIRST_PART_ONLY),
                on(SandboxSwitch.SECOND_COMMIT_DOUBLES_ROWS),
                on(SandboxSwitch.NAMES_THAT_DIFFER_BY_CASE_ARE_REFUSED),
                on(SandboxSwitch.POLICIES_NEED_DATA));
    }
}
