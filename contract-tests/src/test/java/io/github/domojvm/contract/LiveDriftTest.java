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
 * The real service against the description, when the environment has the id and secret of a client. It reads only,
 * unless DOMO_DRIFT_WRITE is true. What it finds is reported and fails nothing: the service may change on any day.
 */
class LiveDriftTest {
    private static final String NOT_RUN =
            "Drift: the real service was not looked at; that needs DOMO_CLIENT_ID and DOMO_CLIENT_SECRET in the environment";

    @Test
    void theServiceIsHeldAgainstTheDescription() throws Exception {
        Map<String, String> environment = System.getenv();
        if (!environment.keySet().containsAll(List.of("DOMO_CLIENT_ID", "DOMO_CLIENT_SECRET"))) {
            // Maven does not tell why a test was skipped.
            tell(NOT_RUN);
            abort(NOT_RUN);
        }
        URI service = URI.create(environment.getOrDefault("DOMO_API_URL", "https://api.domo.com"));
        boolean write = Boolean.parseBoolean(environment.get("DOMO_DRIFT_WRITE"));
        try (Prism observer = Tools.observingProxy("prism-drift.log", service);
                WireTap tap = WireTap.before(observer);
                DomoClient domo = DomoClient.builder()
                        .environment(environment)
                        .apiUrl(tap.url().toString())
                        .build()) {
            DriftReport report = DriftReport.look(domo, tap, write);
            tell(report.text());

            assertThat(report.lines()).contains(new Line("createAccessToken", 200, List.of()));
        }
    }

    private static void tell(String text) throws IOException {
        Files.writeString(Folders.TARGET.resolve("drift.txt"), text + "\n");
        System.out.println(text);
    }
}
