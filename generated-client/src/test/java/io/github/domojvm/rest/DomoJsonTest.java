package io.github.domojvm.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomoJsonTest {
    private final JsonAdapter<Object> any = DomoJson.moshi().adapter(Object.class);
    private final JsonAdapter<Map<String, Object>> map =
            DomoJson.moshi().adapter(Types.newParameterizedType(Map.class, String.class, Object.class));
    private final JsonAdapter<Instant> instants = DomoJson.moshi().adapter(Instant.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":9007199254740993,\"at\":1700000000123,\"none\":null}",
                "{\"deep\":{\"list\":[1,null,\"x\",true,1.10,[],{}],\"none\":null}}",
                "{\"min\":-9223372036854775808,\"beyond\":9223372036854775808,\"text\":\"7\"}"
            })
    void writesFreeFormJsonUnchanged(String json) throws IOException {
        assertThat(any.toJson(any.fromJson(json))).isEqualTo(json);
        assertThat(map.toJson(map.fromJson(json))).isEqualTo(json);
    }

    @Test
    void readsNumbersExactly() throws IOException {
        assertThat(map.fromJson("{\"id\":9007199254740993,\"price\":1.10,\"big\":1e20}"))
                .containsEntry("id", 9007199254740993L)
                .containsEntry("price", new BigDecimal("1.10"))
                .containsEntry("big", new BigDecimal("1e20"));
    }

    @Test
    void rejectsANumberOutOfRange() {
        assertThatThrownBy(() -> any.fromJson("1e99999999999"))
                .isInstanceOf(JsonDataException.class)
                .hasMessage("Number out of range: 1e99999999999");
    }

    @Test
    void writesNullsOfAMapWithoutAffectingLaterValues() throws IOException {
        JsonAdapter<List<Object>> list = DomoJson.moshi()
                .adapter(Types.newParameterizedType(
                        List.class, Types.newParameterizedType(Map.class, String.class, String.class)));

        assertThat(list.toJson(list.fromJson("[{\"a\":null},null,{\"b\":\"x\"}]")))
                .isEqualTo("[{\"a\":null},null,{\"b\":\"x\"}]");
    }

    @Test
    void writesIterablesAsArraysAndOtherObjectsAsText() {
        assertThat(any.toJson(Map.of(7, Arrays.asList(Instant.EPOCH, null))))
                .isEqualTo("{\"7\":[\"1970-01-01T00:00:00Z\",null]}");
    }

    @Test
    void readsInstantsWithAnyOffsetAndWritesThemInUtc() throws IOException {
        Instant read = instants.fromJson("\"2025-03-04T07:06:07.089+02:00\"");

        assertThat(read).isEqualTo("2025-03-04T05:06:07.089Z");
        assertThat(instants.toJson(read)).isEqualTo("\"2025-03-04T05:06:07.089Z\"");
        assertThat(instants.fromJson("null")).isNull();
        assertThat(instants.toJson(null)).isEqualTo("null");
    }

    @Test
    void reportsTheJsonPathOfAMalformedInstant() {
        assertThatThrownBy(() -> instants.fromJson("\"last week\""))
                .isInstanceOf(JsonDataException.class)
                .hasMessage("Expected an ISO-8601 timestamp at $, found last week");
    }
}
