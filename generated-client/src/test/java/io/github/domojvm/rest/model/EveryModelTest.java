package io.github.domojvm.rest.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonDataException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryModelTest {
    private static final String FURTHER = """
            {"$when":1700000000123,"$id":9007199254740993,"$price":1.10,"$none":null,"$flag":false,
             "$deep":{"id":9007199254740993,"none":null,"list":[1,null,{"a":[]}],"text":"x"}}""";

    static List<Class<?>> models() {
        return Models.objects();
    }

    @Test
    void findsTheCompiledModels() {
        assertThat(Models.withAdapter(DataSet.class).filter(type -> !type.isEnum()))
                .hasSizeGreaterThanOrEqualTo(10)
                .contains(DataSet.class, DomoStream.class, AccessToken.class);
        assertThat(models()).contains(SampleThing.class);
    }

    @ParameterizedTest
    @MethodSource("models")
    void readsAnEmptyObject(Class<?> model) throws IOException {
        Object read = Models.read(model, "{}");

        for (Method setter : Models.setters(model)) {
            Method accessor = Models.method(model, setter.getName());
            if (Models.isNullable(accessor)) {
                assertThat(Models.call(read, accessor)).as(setter.getName()).isNull();
            } else {
                assertThatThrownBy(() -> Models.call(read, accessor))
                        .isInstanceOfSatisfying(MissingMemberException.class, e -> {
                            assertThat(e.schema()).isEqualTo(model.getSimpleName());
                            assertThat(e).hasMessageContaining("'" + e.member() + "' of a " + e.schema());
                        });
            }
        }
        assertThat(Models.adapter(model).toJson(read)).isEqualTo("{}");
        assertThat(read).hasToString(model.getSimpleName() + "{}");
    }

    @Test
    void alwaysPresentMembersAreNotNullable() {
        assertThat(models().stream()
                        .flatMap(model -> Models.setters(model).stream()
                                .map(setter -> Models.method(model, setter.getName()))
                                .filter(accessor -> !Models.isNullable(accessor)))
                        .map(accessor -> accessor.getDeclaringClass().getSimpleName() + "." + accessor.getName()))
                .contains("DataSet.id", "DataSet.name", "DomoStream.id", "User.email", "Group.name")
                .doesNotContain("DataSet.description", "Column.type", "Execution.endedAt");
    }

    @ParameterizedTest
    @MethodSource("models")
    void readsAnObjectWhoseMembersAreAllNull(Class<?> model) throws IOException {
        List<String> nulls = new ArrayList<>();
        for (String name : jsonNames(model)) {
            nulls.add("\"" + name + "\":null");
        }

        assertThat(Models.read(model, "{" + String.join(",", nulls) + "}")).isEqualTo(Models.read(model, "{}"));
        assertThat(Models.read(model, "null")).isNull();
        assertThat(Models.adapter(model).toJson(null)).isEqualTo("null");
    }

    @ParameterizedTest
    @MethodSource("models")
    void writesBackUnknownMembers(Class<?> model) throws IOException {
        Object read = Models.read(model, FURTHER);
        Object copy = Models.build(Models.fill(Models.toBuilder(read)));

        Map<String, Object> written = Models.tree(Models.adapter(model).toJson(copy));

        Map<String, Object> further = Models.tree(FURTHER);
        assertThat(Models.additionalProperties(read)).isEqualTo(further);
        assertThat(further.get("$id")).isEqualTo(9007199254740993L);
        assertThat(further.get("$price")).isEqualTo(new BigDecimal("1.10"));
        for (Map.Entry<String, Object> member : further.entrySet()) {
            assertThat(written).as("%s", member).contains(member);
        }
        assertThat(written).hasSize(further.size() + Models.setters(model).size());
    }

    @ParameterizedTest
    @MethodSource("models")
    void isEqualAfterWritingAndReading(Class<?> model) throws IOException {
        Object sample = Models.sample(model);

        Object read = Models.read(model, Models.adapter(model).toJson(sample));

        assertThat(read)
                .isEqualTo(sample)
                .hasSameHashCodeAs(sample)
                .isEqualTo(Models.build(Models.toBuilder(sample)))
                .isNotEqualTo("another type");
    }

    @ParameterizedTest
    @MethodSource("models")
    void isNotEqualIfAnyMemberDiffers(Class<?> model) throws IOException {
        Object sample = Models.sample(model);

        for (Method setter : Models.setters(model)) {
            String json = Models.adapter(model).toJson(sample);
            Object without = Models.read(model, without(json, Models.jsonName(model, setter)));
            assertThat(without).as(setter.getName()).isNotEqualTo(sample).doesNotHaveSameHashCodeAs(sample);
        }
        Object further = Models.read(model, "{\"$more\":1}");
        assertThat(further).isNotEqualTo(Models.read(model, "{}")).isNotEqualTo(Models.read(model, "{\"$more\":2}"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void toStringContainsItsMembersButNoUnknownValues(Class<?> model) throws IOException {
        Object sample = Models.sample(model);
        Object read = Models.read(model, "{\"$more\":\"not to be shown\"}");

        for (Method setter : Models.setters(model)) {
            Object value = Models.call(sample, Models.method(model, setter.getName()));
            assertThat(sample.toString())
                    .startsWith(model.getSimpleName() + "{")
                    .containsAnyOf(setter.getName() + "=" + value, setter.getName() + "=(secret)");
        }
        assertThat(read).hasToString(model.getSimpleName() + "{additionalProperties=[$more]}");
    }

    @Test
    void toStringDoesNotContainSecrets() {
        AccessToken token =
                AccessToken.builder().accessToken("e30.secret").scope("data").build();

        assertThat(token).hasToString("AccessToken{accessToken=(secret), scope=data}");
        assertThat(SampleThing.builder().passWord("secret").build()).hasToString("SampleThing{passWord=(secret)}");
    }

    @ParameterizedTest
    @MethodSource("models")
    void additionalPropertiesAreUnmodifiable(Class<?> model) throws IOException {
        Object read = Models.read(model, FURTHER);
        Map<?, ?> deep = (Map<?, ?>) Models.additionalProperties(read).get("$deep");

        assertThatThrownBy(Models.additionalProperties(read)::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(deep::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(((List<?>) deep.get("list"))::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void copiesListsAndMapsInBuild() {
        List<String> names = new ArrayList<>(List.of("meter"));
        DomoStream stream = DomoStream.builder().keyColumnNames(names).build();

        names.clear();

        assertThat(stream.keyColumnNames()).containsExactly("meter");
        assertThatThrownBy(stream.keyColumnNames()::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @MethodSource("models")
    void rejectsJsonThatIsNotAnObject(Class<?> model) {
        assertThatThrownBy(() -> Models.read(model, "[]")).isInstanceOf(JsonDataException.class);
    }

    private static List<String> jsonNames(Class<?> model) throws IOException {
        return List.copyOf(
                Models.tree(Models.adapter(model).toJson(Models.sample(model))).keySet());
    }

    private static String without(String json, String name) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>(Models.tree(json));
        assertThat(members.keySet().remove(name)).isTrue();
        return Models.adapter(Object.class).toJson(members);
    }
}
