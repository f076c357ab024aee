package io.github.domojvm.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EpochMillisTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2018-01-01 00:00:00, 1514764800000",
        "2018-04-01 15:00:00, 1522594800000",
        "2018-01-01, 1514764800000",
        "2018-01-01T00:00, 1514764800000",
        "2018-01-01T00:00:00Z, 1514764800000",
        "2018-01-01t00:00:00z, 1514764800000",
        "2018-01-01T00:00:00.123456789Z, 1514764800123",
        "2018-01-01T01:00:00+01:00, 1514764800000",
        "2018-01-01 01:00:00+0100, 1514764800000",
        "2018-01-01T01:00:00+01, 1514764800000",
        "2017-12-31T16:00:00-08:00, 1514764800000",
        "2024-02-29T23:59:59.999Z, 1709251199999",
        "1970-01-01, 0",
        "1969-12-31T23:59:59.999Z, -1",
        "9999-12-31T23:59:59Z, 253402300799000",
        "+12345-01-01, 327403382400000",
        "' 2018-01-01 ', 1514764800000",
        "1514764800000, 1514764800000",
        "0, 0"
    })
    void parsesDatesTimesAndMilliseconds(String text, long millis) {
        assertThat(EpochMillis.from(text)).isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2018",
                "20180101",
                "201801",
                "2018-1-1",
                "2018-02-29",
                "2018-01-01T24:00:00",
                "2018-01-01T23:59:60Z",
                "01/02/2018",
                "2018-01-01TT00:00",
                "2018-01-0100:00:00",
                "2018-01-01T00:00:00+25:00",
                "99999999999999999999",
                "1e12",
                "12.5"
            })
    void rejectsInvalidTextAndNamesAnAcceptedFormat(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EpochMillis.from(text))
                .withMessageContaining("'" + text + "'")
                .withMessageContaining("2018-01-01T13:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(longs = {100_000_000L, 1_514_764_800L, 99_999_999_999L, -1_514_764_800L})
    void rejectsSecondsAndSuggestsMilliseconds(long seconds) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EpochMillis.from(seconds))
                .withMessageContaining("seconds")
                .withMessageContaining(seconds + "000");
        assertThatIllegalArgumentException().isThrownBy(() -> EpochMillis.from(Long.toString(seconds)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 99_999_999L, 100_000_000_000L, 1_514_764_800_000L, Long.MAX_VALUE, Long.MIN_VALUE})
    void acceptsMilliseconds(long millis) {
        assertThat(EpochMillis.from(millis)).isEqualTo(millis);
    }

    @Test
    void parsesLocalTimesInTheZoneUnlessTheTextHasAnOffset() {
        assertThat(EpochMillis.from("2018-07-01 12:00:00", BERLIN))
                .isEqualTo(Instant.parse("2018-07-01T10:00:00Z").toEpochMilli());
        assertThat(EpochMillis.from("2018-07-01 12:00:00Z", BERLIN))
                .isEqualTo(Instant.parse("2018-07-01T12:00:00Z").toEpochMilli());
    }

    @Test
    void movesASkippedTimeForwardAndUsesTheEarlierOfTwoAmbiguousTimes() {
        assertThat(EpochMillis.from("2024-03-31 02:30:00", BERLIN))
                .isEqualTo(Instant.parse("2024-03-31T01:30:00Z").toEpochMilli());
        assertThat(EpochMillis.from("2024-10-27 02:30:00", BERLIN))
                .isEqualTo(Instant.parse("2024-10-27T00:30:00Z").toEpochMilli());
    }

    @Test
    void usesTheStartOfADayWithoutMidnight() {
        // Clocks in Lebanon go from 00:00 to 01:00 in spring.
        assertThat(EpochMillis.from("2021-03-28", ZoneId.of("Asia/Beirut")))
                .isEqualTo(Instant.parse("2021-03-27T22:00:00Z").toEpochMilli());
    }

    @Test
    void rejectsAnInstantThatDoesNotFitALong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EpochMillis.from(Instant.MAX))
                .withMessageContaining("too far");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "Europe/Berlin",
                "America/New_York",
                "Australia/Lord_Howe",
                "Pacific/Apia",
                "Asia/Kathmandu"
            })
    void agreesWithJavaTimeForRandomTimesNearTransitions(String zoneName) {
        ZoneId zone = ZoneId.of(zoneName);
        Random random = new Random(20180101);
        String[] edges = {
            "2024-02-28T22:00",
            "2023-02-28T22:00",
            "2100-02-28T22:00",
            "2024-12-31T20:00",
            "2024-03-31T00:00",
            "2024-10-27T00:00",
            "2024-03-10T00:00",
            "2024-11-03T00:00",
            "2011-12-29T20:00",
            "1900-01-01T00:00",
            "9999-12-30T00:00"
        };
        for (int i = 0; i < 2_000; i++) {
            LocalDateTime local = LocalDateTime.parse(edges[random.nextInt(edges.length)])
                    .plusSeconds(random.nextInt(48 * 3600))
                    .plusNanos(1_000_000L * random.nextInt(1000));
            String separator = random.nextBoolean() ? "'T'" : " ";
            String text =
                    local.format(DateTimeFormatter.ofPattern("uuuu-MM-dd" + separator + "HH:mm:ss.SSS", Locale.ROOT));
            OffsetDateTime shifted = local.atZone(zone).toOffsetDateTime();

            long expected = local.atZone(zone).toInstant().toEpochMilli();
            assertThat(EpochMillis.from(text, zone)).as(text).isEqualTo(expected);
            assertThat(EpochMillis.from(shifted.toString(), ZoneOffset.UTC))
                    .as(shifted.toString())
                    .isEqualTo(expected);
            assertThat(EpochMillis.from(Instant.ofEpochMilli(expected))).isEqualTo(expected);
        }
    }
}
