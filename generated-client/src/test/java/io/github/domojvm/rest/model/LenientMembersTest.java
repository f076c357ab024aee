package io.github.domojvm.rest.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonDataException;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LenientMembersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"\"last week\"", "\"2025-03-04T05:06:07\"", "\"\"", "1700000000123", "{\"at\":[1]}", "false"})
    void readsAMalformedTimestampAsNullAndWritesItBack(String raw) throws IOException {
        String json = "{\"createdAt\":" + raw + "}";

        DataSet read = (DataSet) Models.read(DataSet.class, json);

        assertThat(read.createdAt()).isNull();
        assertThat(Models.adapter(DataSet.class).toJson(read.toBuilder().build()))
                .isEqualTo(json);
    }

    @Test
    void settingATimestampReplacesAMalformedOne() throws IOException {
        DataSet read = (DataSet) Models.read(DataSet.class, "{\"createdAt\":\"last week\"}");

        DataSet changed = read.toBuilder()
                .createdAt(Instant.parse("2025-03-04T05:06:07Z"))
                .build();

        assertThat(Models.adapter(DataSet.class).toJson(changed)).isEqualTo("{\"createdAt\":\"2025-03-04T05:06:07Z\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-03-04T07:06:07+02:00", "2025-03-04T05:06:07Z", "2025-03-04T05:06:07.000Z"})
    void readsTimestampsWithAnyOffset(String text) throws IOException {
        DataSet read = (DataSet) Models.read(DataSet.class, "{\"createdAt\":\"" + text + "\"}");

        assertThat(read.createdAt()).isEqualTo("2025-03-04T05:06:07Z");
        assertThat(read.additionalProperties()).isEmpty();
    }

    @Test
    void usesTheLastValueOfADuplicateMember() throws IOException {
        Column known = (Column) Models.read(Column.class, "{\"type\":\"NEW_ONE\",\"type\":\"LONG\"}");
        Column unknown = (Column) Models.read(Column.class, "{\"type\":\"LONG\",\"type\":\"NEW_ONE\"}");

        assertThat(Models.adapter(Column.class).toJson(known)).isEqualTo("{\"type\":\"LONG\"}");
        assertThat(Models.adapter(Column.class).toJson(unknown)).isEqualTo("{\"type\":\"NEW_ONE\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "{\"a\":null}", "\"UNKNOWN\""})
    void readsAConstantOfAnyJsonTypeAsUnknownAndWritesItBack(String raw) throws IOException {
        String json = "{\"type\":" + raw + "}";

        Column read = (Column) Models.read(Column.class, json);

        assertThat(read.type()).isEqualTo(ColumnType.UNKNOWN);
        assertThat(Models.adapter(Column.class).toJson(read)).isEqualTo(json);
    }

    @Test
    void writesBackAListWithAnUnknownConstant() throws IOException {
        String json = "{\"kinds\":[\"first\",\"third\",null]}";

        SampleThing read = (SampleThing) Models.read(SampleThing.class, json);
        SampleThing changed = read.toBuilder().kinds(List.of(SampleKind.FIRST)).build();

        assertThat(read.kinds()).containsExactly(SampleKind.FIRST, SampleKind.UNKNOWN, null);
        assertThat(Models.adapter(SampleThing.class).toJson(read.toBuilder().build()))
                .isEqualTo(json);
        assertThat(Models.adapter(SampleThing.class).toJson(changed)).isEqualTo("{\"kinds\":[\"first\"]}");
    }

    @Test
    void rejectsUnknownInAListAndNamesItsJsonPath() {
        SampleThing thing = SampleThing.builder()
                .kinds(List.of(SampleKind.FIRST, SampleKind.UNKNOWN))
                .build();

        assertThatThrownBy(() -> Models.adapter(SampleThing.class).toJson(thing))
                .isInstanceOf(JsonDataException.class)
                .hasMessageContaining("SampleKind.UNKNOWN cannot be sent at $.kinds[1]");
    }

    @Test
    void readsListsThatAreEmptyOrContainNull() throws IOException {
        SampleThing read = (SampleThing) Models.read(SampleThing.class, "{\"kinds\":[],\"grid\":[null,[1,null]]}");

        assertThat(read.kinds()).isEmpty();
        assertThat(read.grid().get(0)).isNull();
        assertThat(read.grid().get(1)).containsExactly(1L, null);
    }

    @Test
    void preservesNullsAndLongNumbersInAFreeFormMember() throws IOException {
        String json = "{\"free\":{\"none\":null,\"id\":9007199254740993,\"deep\":{\"none\":null}}}";

        SampleThing read = (SampleThing) Models.read(SampleThing.class, json);
        Map<String, Object> expected = new HashMap<>();
        expected.put("none", null);

        assertThat(read.free()).containsEntry("id", 9007199254740993L).containsEntry("deep", expected);
        assertThat(Models.adapter(SampleThing.class).toJson(read)).isEqualTo(json);
    }

    @Test
    void acceptsMemberNamesThatTheGeneratedCodeUses() throws IOException {
        SampleThing thing = SampleThing.builder().text("a").that("b").other("c").build();

        assertThat(thing).hasToString("SampleThing{text=a, that=b, other=c}");
        assertThat(thing)
                .isNotEqualTo(thing.toBuilder().that("x").build())
                .isNotEqualTo(thing.toBuilder().other("x").build());
    }

    @Test
    void reportsTheJsonPathOfAValueOfTheWrongType() {
        assertThatThrownBy(() -> Models.read(DataSet.class, "{\"owner\":{\"id\":\"Ada\"}}"))
                .isInstanceOf(JsonDataException.class)
                .hasMessageContaining("$.owner.id");
    }
}
