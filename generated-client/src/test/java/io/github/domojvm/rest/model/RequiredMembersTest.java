package io.github.domojvm.rest.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.rest.CompiledClasses;
import io.github.domojvm.rest.api.DataSetsApi;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequiredMembersTest {
    @Test
    void buildRejectsARequestWithoutRequiredMembers() {
        assertThatThrownBy(() -> CreateDataSetRequest.builder().name("Tides").build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("CreateDataSetRequest needs 'schema': set it before build()");
        assertThatThrownBy(() -> CreateStreamRequest.builder().build()).hasMessageContaining("'dataSet'");
        assertThatThrownBy(() -> UpdateStreamRequest.builder().build()).hasMessageContaining("'updateMethod'");
        assertThatCode(() -> CreateExecutionRequest.builder().build()).doesNotThrowAnyException();
    }

    @Test
    void buildRejectsACopyWithoutARequiredMember() throws IOException {
        CreateDataSetRequest read =
                (CreateDataSetRequest) Models.read(CreateDataSetRequest.class, "{\"name\":\"Tides\"}");

        assertThat(read.schema()).isNull();
        assertThatThrownBy(() -> read.toBuilder().build()).hasMessageContaining("'schema'");
    }

    @Test
    void buildsResponseModelsWithoutMembers() {
        Set<Class<?>> models = responseModels();

        assertThat(models).hasSizeGreaterThanOrEqualTo(8).contains(DataSet.class, Owner.class, Execution.class);
        for (Class<?> model : models) {
            assertThatCode(() -> Models.build(Models.call(null, Models.method(model, "builder"))))
                    .as(model.getSimpleName())
                    .doesNotThrowAnyException();
        }
    }

    private static Set<Class<?>> responseModels() {
        Set<Class<?>> models = new HashSet<>();
        for (Class<?> api : CompiledClasses.inPackage(DataSetsApi.class, DataSetsApi.class.getPackageName())) {
            for (Method operation : api.getMethods()) {
                collect(operation.getGenericReturnType(), models);
            }
        }
        return models;
    }

    private static void collect(Type type, Set<Class<?>> models) {
        if (type instanceof ParameterizedType generic) {
            List.of(generic.getActualTypeArguments()).forEach(argument -> collect(argument, models));
        } else if (type instanceof Class<?> plain && Models.objects().contains(plain) && models.add(plain)) {
            for (Method setter : Models.setters(plain)) {
                collect(setter.getGenericParameterTypes()[0], models);
            }
        }
    }
}
