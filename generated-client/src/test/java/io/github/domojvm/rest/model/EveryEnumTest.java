package io.github.domojvm.rest.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonDataException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EveryEnumTest {
    static List<Class<?>> enums() {
        return Models.enums();
    }

    /** Returns every setter of a model that accepts a constant. */
    static List<Arguments> holders() {
        List<Arguments> holders = new ArrayList<>();
        for (Class<?> model : Models.objects()) {
            for (Method setter : Models.setters(model)) {
                if (setter.getParameterTypes()[0].isEnum()) {
                    holders.add(Arguments.of(model, setter));
                }
            }
        }
        return holders;
    }

    @Test
    void findsTheConstantsAndTheirSetters() {
        assertThat(Models.withAdapter(DataSet.class).filter(Class::isEnum))
                .hasSizeGreaterThanOrEqualTo(5)
                .contains(ColumnType.class, ExecutionState.class);
        assertThat(holders()).hasSizeGreaterThanOrEqualTo(8);
    }

    @ParameterizedTest
    @MethodSource("enums")
    void writesAndReadsEveryConstantAndReadsAnUnknownOne(Class<?> type) throws IOException {
        for (Object constant : type.getEnumConstants()) {
            if (!((Enum<?>) constant).name().equals("UNKNOWN")) {
                String json = Models.adapter(type).toJson(constant);
                assertThat(json).isEqualTo("\"" + constant + "\"");
                assertThat(Models.read(type, json)).isEqualTo(constant);
            }
        }
        assertThat(Models.read(type, "\"NEW_ONE\"")).isEqualTo(unknown(type));
        assertThat(Models.read(type, "null")).isNull();
        assertThat(Models.adapter(type).toJson(null)).isEqualTo("null");
    }

    @ParameterizedTest
    @MethodSource("enums")
    void rejectsWritingUnknown(Class<?> type) {
        assertThatThrownBy(() -> Models.adapter(type).toJson(unknown(type)))
                .isInstanceOf(JsonDataException.class)
                .hasMessage(type.getSimpleName() + ".UNKNOWN cannot be sent at $: set a known constant");
    }

    @ParameterizedTest
    @MethodSource("holders")
    void writesBackTheTextOfAnUnknownConstant(Class<?> model, Method setter) throws IOException {
        Map<String, Object> json =
                new LinkedHashMap<>(Models.tree(Models.adapter(model).toJson(Models.sample(model))));
        json.put(Models.jsonName(model, setter), "NEW_ONE");

        Object read = Models.read(model, Models.adapter(Object.class).toJson(json));
        Object copy = Models.build(Models.toBuilder(read));

        assertThat(Models.call(read, Models.method(model, setter.getName())))
                .isEqualTo(unknown(setter.getParameterTypes()[0]));
        assertThat(Models.tree(Models.adapter(model).toJson(copy))).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("holders")
    void distinguishesUnknownConstantsByTheirText(Class<?> model, Method setter) throws IOException {
        assertThat(Models.read(model, "{\"" + Models.jsonName(model, setter) + "\":\"NEW_ONE\"}"))
                .isNotEqualTo(Models.read(model, "{\"" + Models.jsonName(model, setter) + "\":\"NEWER\"}"));
    }

    @ParameterizedTest
    @MethodSource("holders")
    void settingAConstantReplacesTheTextOfAnUnknownOne(Class<?> model, Method setter) throws IOException {
        Object read = Models.read(model, "{\"" + Models.jsonName(model, setter) + "\":\"NEW_ONE\"}");
        Object known = setter.getParameterTypes()[0].getEnumConstants()[0];

        Object changed = Models.build(Models.fill(Models.toBuilder(read)));
        Map<String, Object> written = Models.tree(Models.adapter(model).toJson(changed));

        assertThat(written.get(Models.jsonName(model, setter))).isEqualTo(known.toString());
        assertThat(Models.additionalProperties(changed)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("holders")
    void rejectsUnknownSetByTheCallerAndNamesItsJsonPath(Class<?> model, Method setter) throws IOException {
        Object builder = Models.toBuilder(Models.sample(model));
        assertThat(Models.call(builder, setter, unknown(setter.getParameterTypes()[0])))
                .isSameAs(builder);

        assertThatThrownBy(() -> Models.adapter(model).toJson(Models.build(builder)))
                .isInstanceOf(JsonDataException.class)
                .hasMessageContaining("UNKNOWN cannot be sent at $." + Models.jsonName(model, setter));
    }

    private static Object unknown(Class<?> type) {
        return Models.call(null, Models.method(type, "of", String.class), "no such constant");
    }
}
