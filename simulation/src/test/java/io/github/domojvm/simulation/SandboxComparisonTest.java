package io.github.domojvm.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sends the same calls to the simulated service and to the sandbox, which was written independently. */
class SandboxComparisonTest {
    private static final int SEQUENCES = 25;
    private static final int LONGEST_SEQUENCE = 14;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void simulatedServiceRespondsAsTheSandbox(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        ServiceRules rules = rules(random);
        try (ComparedServices services = new ComparedServices(rules)) {
            for (int i = 0; i < SEQUENCES; i++) {
                services.begin(method(random));
                List<String> calls = new ArrayList<>(List.of(rules.toString()));
                for (int left = 1 + random.nextInt(LONGEST_SEQUENCE); left > 0; left--) {
                    call(services, random, calls);
                }
            }
        }
    }

    @Test
    void differenceIsReported() {
        try (ComparedServices services = new ComparedServices(rules(new SplittableRandom(1)))) {
            services.begin("APPEND");
            services.simulated().stream().create(Caller.OTHER, "APPEND");
            assertThat(services.simulated("GET", "/executions", ""))
                    .isNotEqualTo(services.sandbox("GET", "/executions", ""));
        }
    }

    private static void call(ComparedServices services, RandomGenerator random, List<String> calls) {
        String execution = "/executions/" + (1 + random.nextInt(3));
        switch (random.nextInt(14)) {
            case 0, 1 ->
                compare(services, calls, "POST", "/executions", "{\"updateMethod\":\"" + method(random) + "\"}");
            case 2 -> compare(services, calls, "POST", "/executions", "{}");
            case 3 -> compare(services, calls, "GET", "/executions?limit=2&offset=" + random.nextInt(3), "");
            case 4 -> compare(services, calls, "GET", execution, "");
            case 5, 6, 7 ->
                compare(services, calls, "PUT", execution + "/part/" + (1 + random.nextInt(3)), rows(random));
            case 8, 9 -> compare(services, calls, "PUT", execution + "/commit", "");
            case 10 ->
                compare(
                        services,
                        calls,
                        "PUT",
                        random.nextInt(3) == 0 ? "/executions/abort" : execution + "/abort",
                        "");
            case 11 -> {
                Duration time = Duration.ofSeconds(random.nextInt(200));
                calls.add("pass " + time);
                services.pass(time);
            }
            case 12 -> {
                List<String> columns = random.nextBoolean() ? List.of("id", "value") : List.of("id", "value", "more");
                calls.add("columns " + columns);
                services.columns(columns);
            }
            default -> {
                if (random.nextInt(5) == 0) {
                    calls.add("expire tokens");
                    services.expireTokens();
                    compare(services, calls, "GET", "", "");
                    services.renewTokens();
                }
            }
        }
        if (random.nextInt(3) == 0) {
            compare(services, calls, "GET", "", "");
            assertThat(services.simulatedDataSet()).as("%s", calls).isEqualTo(services.sandboxDataSet());
        }
    }

    private static void compare(
            ComparedServices services, List<String> calls, String method, String path, String body) {
        calls.add(method + " " + path + " " + body.replace("\n", "|"));
        assertThat(services.simulated(method, path, body))
                .as("%s", calls)
                .isEqualTo(services.sandbox(method, path, body));
    }

    private static ServiceRules rules(RandomGenerator random) {
        return new ServiceRules(
                Duration.ofSeconds(random.nextBoolean() ? 45 : 0),
                Duration.ZERO,
                Duration.ofMinutes(random.nextBoolean() ? 5 : 0),
                new int[] {400, 409, 429}[random.nextInt(3)],
                random.nextBoolean(),
                Duration.ofHours(1));
    }

    private static String method(RandomGenerator random) {
        return List.of("APPEND", "REPLACE", "UPSERT").get(random.nextInt(3));
    }

    private static String rows(RandomGenerator random) {
        StringBuilder rows = new StringBuilder(random.nextInt(5) == 0 ? "id,value\n" : "");
        for (int i = random.nextInt(4); i > 0; i--) {
            rows.append("row").append(random.nextInt(5));
            rows.append(random.nextInt(20) == 0 ? "\n" : ",value" + random.nextInt(9) + "\n");
        }
        return rows.toString();
    }
}
