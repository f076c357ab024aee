package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.domojvm.DomoClient;
import io.github.domojvm.contract.DriftReport.Line;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Compares the real service with the description if the environment contains the id and secret of a client. The test
 * only reads unless DOMO_DRIFT_WRITE is true. It reports differences without failing, because the service may change at
 * any time.
 */
class LiveDriftTest {
    private static final String NOT_RUN =
            "Drift: the real service was not checked. To check it, set DOMO_CLIENT_ID and DOMO_CLIENT_SECRET.";

    @Test
    void reportsTheDifferencesBetweenTheServiceAndTheDescription() throws Exception {
        Map<String, String> environment = System.getenv();
        if (!environment.keySet().containsAll(List.of("DOMO_CLIENT_ID", "DOMO_CLIENT_SECRET"))) {
            // Maven does not report why a test was skipped.
            report(NOT_RUN);
            abort(NOT_RUN);
        }
        URI service = URI.create(environment.getOrDefault("DOMO_API_URL", "https://api.domo.com"));
        boolean write = Boolean.parseBoolean(environment.get("DOMO_DRIFT_WRITE"));
        try (Prism observer = Tools.observingProxy("prism-drift", service);
                WireTap tap = WireTap.before(observer);
                DomoClient domo = DomoClient.builder()
                        .environment(environment)
                        .apiUrl(tap.url().toString())
                        .build()) {
            DriftReport report = DriftReport.create(domo, tap, write);
            report(report.text());

            assertThat(report.lines()).contains(new Line("createAccessToken", 200, List.of()));
        }
    }

    private static void report(String text) throws IOException {
        Files.writeString(Folders.TARGET.resolve("drift.txt"), text + "\n");
        System.out.println(text);
    }
}
