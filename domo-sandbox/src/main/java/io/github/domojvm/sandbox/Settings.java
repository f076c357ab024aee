package io.github.domojvm.sandbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        Set<SandboxSwitch> switches,
        List<Fault> faults) {

    boolean on(SandboxSwitch named) {
        return switches.contains(named);
    }
}
