package io.github.domojvm.rest.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.github.domojvm.rest.CompiledClasses;
import io.github.domojvm.rest.DomoJson;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The generated models, including those of the template tests, with a sample of each. */
final class Models {
    /** The Moshi of the client, with the adapters of the models in src/test/spec. */
    static final Moshi MOSHI = DomoJson.moshi()
            .newBuilder()
            .add((type, annotations, moshi) -> {
                if (type == SampleThing.class) {
                    return new SampleThingJsonAdapter(moshi);
                }
                return type == SampleKind.class ? new SampleKindJsonAdapter(moshi) : null;
            })
            .build();

    private static final Set<Type> RECURSIVE = Set.of(SampleThing.class, PageSummary.class);

    private Models() {}

    static List<Class<?>> objects() {
        return withAdapter(DataSet.class, SampleThing.class)
                .filter(type -> !type.isEnum())
                .toList();
    }

    static List<Class<?>> enums() {
        return withAdapter(DataSet.class, SampleThing.class)
                .filter(Class::isEnum)
                .toList();
    }

    static Stream<Class<?>> withAdapter(Class<?>... neighbours) {
        return Arrays.stream(neighbours).flatMap(neighbour -> {
            List<Class<?>> compiled = CompiledClasses.inPackage(neighbour, DataSet.class.getPackageName());
            List<String> names = compiled.stream().map(Class::getName).toList();
            return compiled.stream().filter(type -> names.contains(type.getName() + "JsonAdapter"));
        });
    }

    static JsonAdapter<Object> adapter(Type model) {
        return MOSHI.adapter(model);
    }

    static Object read(Class<?> model, String json) throws IOException {
        return adapter(model).fromJson(json);
    }

    /** Returns the members of a JSON object, for comparisons that ignore their order. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> tree(String json) throws IOException {
        return (Map<String, Object>) adapter(Object.class).fromJson(json);
    }

    static List<Method> setters(Class<?> model) {
        return Arrays.stream(builderOf(model).getMethods())
                .filter(method -> method.getReturnType() == builderOf(model))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    /** Returns the JSON name of the member that a setter sets. It differs only for names that are reserved in Java. */
    static String jsonName(Class<?> model, Method setter) throws IOException {
        String plain = setter.getName().replaceFirst("^(property|by|is)(?=[A-Z])", "");
        Set<String> names = tree(adapter(model).toJson(sample(model))).keySet();
        return names.stream()
                .filter(name -> name.replace("_", "").equalsIgnoreCase(plain))
                .findFirst()
                .orElseThrow(() -> new AssertionError(setter + " matches none of " + names));
    }

    static Class<?> builderOf(Class<?> model) {
        return call(null, method(model, "builder")).getClass();
    }

    /** Returns a model with all members set. */
    static Object sample(Class<?> model) {
        return build(fill(call(null, method(model, "builder"))));
    }

    static Object toBuilder(Object model) {
        return call(model, method(model.getClass(), "toBuilder"));
    }

    static Object build(Object builder) {
        return call(builder, method(builder.getClass(), "build"));
    }

    static Object fill(Object builder) {
        for (Method setter : setters(builder.getClass().getDeclaringClass())) {
            assertThat(call(builder, setter, value(setter.getName(), setter.getGenericParameterTypes()[0])))
                    .isSameAs(builder);
        }
        return builder;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> additionalProperties(Object model) {
        return (Map<String, Object>) call(model, method(model.getClass(), "additionalProperties"));
    }

    static boolean isNullable(Method accessor) {
        return accessor.getAnnotatedReturnType().isAnnotationPresent(Nullable.class);
    }

    static Method method(Class<?> type, String name, Class<?>... parameters) {
        try {
            return type.getMethod(name, parameters);
        } catch (NoSuchMethodException e) {
            throw new AssertionError("A model lacks a method that all models have", e);
        }
    }

    static Object call(Object target, Method method, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new AssertionError(e);
        } catch (IllegalAccessException e) {
            throw new AssertionError("A model is not public", e);
        }
    }

    private static Object value(String name, Type type) {
        if (type instanceof ParameterizedType generic) {
            Type element = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            // A model that contains itself gets an empty instance, to end the recursion.
            Object inner = RECURSIVE.contains(element)
                    ? build(call(null, method((Class<?>) element, "builder")))
                    : value(name, element);
            return generic.getRawType() == Map.class ? Map.of("key", inner) : new ArrayList<>(List.of(inner, inner));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        if (plain == String.class || plain == Object.class) {
            return "text of " + name;
        } else if (plain == Long.class) {
            return 9007199254740993L;
        } else if (plain == Integer.class) {
            return 7;
        } else if (plain == Double.class) {
            return 8.25;
        } else if (plain == Float.class) {
            return 8.5f;
        } else if (plain == BigDecimal.class) {
            return new BigDecimal("12345678901234567890.10");
        } else if (plain == Boolean.class) {
            return true;
        } else if (plain == Instant.class) {
            return Instant.parse("2025-03-04T05:06:07.089Z");
        }
        return sample(plain);
    }
}
