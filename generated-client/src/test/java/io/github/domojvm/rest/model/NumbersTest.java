package io.github.domojvm.rest.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonDataException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({"'\"007\"',007", "7,7", "12345678901234567890,12345678901234567890", "1.10,1.10", "-0,-0", "1E3,1E3"})
    void readsTextOrNumberExactlyAndWritesText(String json, String text) throws IOException {
        SampleThing read = read("{\"owner_id\":" + json + ",\"owner_ids\":[" + json + "," + json + "]}");

        assertThat(read.ownerId()).isEqualTo(text);
        assertThat(read.ownerIds()).containsExactly(text, text);
        assertThat(write(read))
                .isEqualTo("{\"owner_id\":\"" + text + "\",\"owner_ids\":[\"" + text + "\",\"" + text + "\"]}");
    }

    @Test
    void readsAnIdAsNumberOrTextToTheSameValue() throws IOException {
        assertThat(Models.read(User.class, "{\"roleId\":2,\"employeeNumber\":7}"))
                .isEqualTo(Models.read(User.class, "{\"roleId\":\"2\",\"employeeNumber\":\"7\"}"));
    }

    @Test
    void preservesTheDigitsOfADecimalAndReadsItFromText() throws IOException {
        SampleThing read = read("{\"exact\":12345678901234567890.10}");

        assertThat(read.exact()).isEqualTo(new BigDecimal("12345678901234567890.10"));
        assertThat(write(read)).isEqualTo("{\"exact\":12345678901234567890.10}");
        assertThat(read("{\"exact\":\"1.50\"}").exact()).isEqualTo(new BigDecimal("1.50"));
        assertThat(read("{\"exact\":null}").exact()).isNull();
        assertThatThrownBy(() -> read("{\"exact\":\"dear\"}"))
                .isInstanceOf(JsonDataException.class)
                .hasMessageContaining("$.exact");
    }

    @Test
    void rejectsANumberThatJsonCannotRepresent() {
        SampleThing thing = SampleThing.builder().ratio(Double.NaN).build();

        assertThatThrownBy(() -> write(thing)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesBackAListWithAMalformedTimestamp() throws IOException {
        String json = "{\"instants\":[\"2025-03-04T05:06:07Z\",\"last week\"]}";

        assertThat(read(json).instants()).isNull();
        assertThat(write(read(json))).isEqualTo(json);
        assertThat(read("{\"instants\":[\"2025-03-04T05:06:07Z\"]}").instants())
                .containsExactly(Instant.parse("2025-03-04T05:06:07Z"));
        assertThat(write(read("{\"instants\":7}"))).isEqualTo("{\"instants\":7}");
    }

    @Test
    void toStringDoesNotContainSecretSettings() throws IOException {
        assertThat(read("{\"settings\":{\"password\":\"hidden\"}}").toString())
                .contains("settings=(secret)")
                .doesNotContain("hidden");
        assertThat(AccountSettings.builder()
                        .properties(java.util.Map.of("password", "hidden"))
                        .build()
                        .toString())
                .doesNotContain("hidden");
    }

    private static SampleThing read(String json) throws IOException {
        return (SampleThing) Models.read(SampleThing.class, json);
    }

    private static String write(SampleThing thing) {
        return Models.adapter(SampleThing.class).toJson(thing);
    }
}
