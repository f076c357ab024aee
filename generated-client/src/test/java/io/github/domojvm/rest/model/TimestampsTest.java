package io.github.domojvm.rest.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
    private static final long SEED = 20_251_127;
    private static final int TEXTS = 30_000;
    private static final String MUTATIONS = "0123456789+-:.TZtz ,é٣";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-03-04T05:06:07Z",
                "2025-03-04T05:06:07.089Z",
                "2025-03-04T05:06:07.123456789+05:30",
                "0000-02-29T00:00:00-18:00",
                "2024-02-29T23:59:59.9+18:00",
                "1969-12-31T23:59:59.000000001Z"
            })
    void parsesTheCommonFormsWithoutTheLibrary(String text) {
        assertThat(TimestampParser.parse(text))
                .isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2025-03-04",
                "2025-03-04T05:06:07",
                "2025-03-04T05:06:07.Z",
                "2025-03-04T05:06:07.1234567890Z",
                "2025-02-29T05:06:07Z",
                "2025-03-04T24:00:00Z",
                "2025-03-04T05:06:60Z",
                "2025-03-04T05:06:07+18:01",
                "2025-03-04T05:06:07+05:60",
                "2025-03-04T05:06:07+0530",
                "2025-03-04T05:06Z",
                "2025-03-04t05:06:07z",
                "+12025-03-04T05:06:07Z",
                "2025-03-04T05:06:07+05:30:15"
            })
    void leavesOtherFormsToTheLibrary(String text) {
        assertThat(TimestampParser.parse(text)).isNull();
        assertThat(Timestamps.parse(text)).isEqualTo(byLibrary(text));
    }

    @Test
    void agreesWithTheLibraryOnGeneratedTimestamps() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < TEXTS; i++) {
            String text = generated(random);

            assertThat(TimestampParser.parse(text)).as(text).isNotNull().isEqualTo(byLibrary(text));
        }
    }

    @Test
    void agreesWithTheLibraryOnMutatedTimestamps() {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        int valid = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = mutated(generated(random), random);
            Instant expected = byLibrary(text);
            valid += expected == null ? 0 : 1;

            assertThat(Timestamps.parse(text)).as(text).isEqualTo(expected);
        }
        // Otherwise the mutations would not test one of both cases.
        assertThat(valid).isBetween(TEXTS / 10, TEXTS * 9 / 10);
    }

    @Test
    void parsesNothingButText() {
        assertThat(Timestamps.parse(null)).isNull();
        assertThat(Timestamps.parse(1_700_000_000L)).isNull();
        assertThat(Timestamps.parseAll(List.of("2025-03-04T05:06:07Z", 7L))).isNull();
    }

    private static String generated(SplittableRandom random) {
        // The years 0000 to 9999.
        LocalDateTime time =
                LocalDateTime.ofEpochSecond(random.nextLong(-62_167_219_200L, 253_402_300_800L), 0, ZoneOffset.UTC);
        int digits = random.nextInt(10);
        String fraction = digits == 0
                ? ""
                : "."
                        + String.valueOf(random.nextLong(1_000_000_000L, 2_000_000_000L))
                                .substring(1, 1 + digits);
        int minutes = random.nextInt(-18 * 60, 18 * 60 + 1);
        String offset =
                "%s%02d:%02d".formatted(minutes < 0 ? "-" : "+", Math.abs(minutes) / 60, Math.abs(minutes) % 60);
        String seconds = time.toString().length() == 16 ? time + ":00" : time.toString();
        return seconds + fraction + (random.nextBoolean() ? "Z" : offset);
    }

    private static String mutated(String text, SplittableRandom random) {
        StringBuilder changed = new StringBuilder(text);
        for (int mutation = random.nextInt(1, 3); mutation > 0; mutation--) {
            int at = random.nextInt(changed.length());
            char c = MUTATIONS.charAt(random.nextInt(MUTATIONS.length()));
            switch (random.nextInt(4)) {
                case 0 -> changed.deleteCharAt(at);
                case 1 -> changed.insert(at, c);
                default -> changed.setCharAt(at, random.nextInt(3) == 0 ? c : (char) ('0' + random.nextInt(10)));
            }
        }
        return changed.toString();
    }

    private static Instant byLibrary(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
