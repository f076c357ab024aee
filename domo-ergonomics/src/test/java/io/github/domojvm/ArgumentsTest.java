package io.github.domojvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.domojvm.activity.Activity;
import io.github.domojvm.dataset.ExportResult;
import io.github.domojvm.observe.CallAttempt;
import io.github.domojvm.observe.CallEnd;
import io.github.domojvm.observe.CallListener;
import io.github.domojvm.page.Pages;
import io.github.domojvm.pdp.PolicyChange;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.stream.UploadListener;
import io.github.domojvm.stream.UploadProgress;
import io.github.domojvm.stream.UploadTimings;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every public method and constructor rejects a bad argument by parameter name before any request. */
class ArgumentsTest {
    /** Only the library creates exceptions, and their package depends on no other. */
    private static final String EXCEPTIONS = "io.github.domojvm.error";

    /** The library calls listeners; their methods do nothing unless overridden. */
    private static final Set<Class<?>> LISTENERS = Set.of(CallListener.class, UploadListener.class);

    /** Results that only the library creates. */
    private static final Set<Class<?>> RESULTS = Set.of(
            Activity.class,
            ApiResponse.class,
            CallAttempt.class,
            CallEnd.class,
            CreatedDataSet.class,
            ExportResult.class,
            LoadResult.class,
            PolicyChange.class,
            UploadProgress.class,
            UploadTimings.class);

    /** Text that may be blank: CSV, values of rows and headers, passwords. */
    private static final Set<String> MAY_BE_BLANK = Set.of(
            "CallOptions.Builder.header(value)",
            "CsvSource.fromText(csv)",
            "DomoClientBuilder.proxy(password)",
            "DomoClientBuilder.trust(password)",
            "NewDataSet.Builder.description(text)",
            "PolicyFilters.between(from)",
            "PolicyFilters.between(to)",
            "PolicyFilters.greaterThan(value)",
            "PolicyFilters.greaterThanEqual(value)",
            "PolicyFilters.lessThan(value)",
            "PolicyFilters.lessThanEqual(value)");

    /** Timestamps that may be zero or negative: 1970 and earlier. */
    private static final Set<String> TIMESTAMPS = Set.of(
            "EpochMillis.from(millis)", "ActivityFilter.Builder.start(millis)", "ActivityFilter.Builder.end(millis)");

    /** A budget of zero means no retries. */
    private static final Set<String> MAY_BE_ZERO = Set.of("RetryPolicy.Builder.budget(budget)");

    private static final ParameterNames NAMES = ParameterNames.of(Path.of("src", "main", "java"));

    private static DomoSandbox sandbox;
    private static SampleValues samples;

    @BeforeAll
    static void start() throws Exception {
        sandbox = DomoSandbox.start();
        samples = new SampleValues(sandbox);
    }

    @AfterAll
    static void stop() throws Exception {
        samples.close();
        sandbox.close();
    }

    static List<Argument> badArguments() {
        return PublicApi.types().stream()
                .filter(type -> !type.getPackageName().equals(EXCEPTIONS)
                        && !LISTENERS.contains(type)
                        && !RESULTS.contains(type))
                .flatMap(PublicApi::calls)
                .distinct()
                .flatMap(call -> IntStream.range(0, call.getParameterCount())
                        .boxed()
                        .flatMap(index -> Stream.of(Fault.values()).map(fault -> new Argument(call, index, fault))))
                .filter(Argument::applies)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badArguments")
    void rejectsABadArgumentByNameBeforeAnyRequest(Argument bad) throws Exception {
        Object instance = bad.needsInstance() ? samples.of(bad.call().getDeclaringClass(), "") : null;
        Object[] arguments = samples.of(bad.call().getParameterTypes(), NAMES.of(bad.call()));
        arguments[bad.index()] = bad.value();
        int sent = sandbox.requests().size();

        Throwable exception = catchThrowable(() -> bad.invoke(instance, arguments));

        assertThat(sandbox.requests()).as("requests sent by %s", bad).hasSize(sent);
        assertThat(exception)
                .as("%s", bad)
                .isExactlyInstanceOf(bad.fault().exception)
                .hasMessageMatching("(?s).*\\b" + bad.name() + "\\b.*");
    }

    @Test
    void publicMethodsAndTheirParametersAreCovered() {
        List<Argument> bad = badArguments();
        long calls = bad.stream().map(Argument::call).distinct().count();
        long parameters = bad.stream().map(Argument::parameter).distinct().count();

        System.out.println(
                "Arguments: " + calls + " methods, " + parameters + " parameters, " + bad.size() + " bad arguments");
        assertThat(PublicApi.types()).hasSizeGreaterThan(60);
        assertThat(calls).isGreaterThan(250);
        assertThat(parameters).isGreaterThan(350);
        assertThat(bad.stream().map(Argument::fault)).contains(Fault.values());
    }

    @Test
    void everyExemptParameterExists() {
        Set<String> parameters = Set.copyOf(PublicApi.types().stream()
                .flatMap(PublicApi::calls)
                .flatMap(call -> IntStream.range(0, call.getParameterCount())
                        .mapToObj(index -> new Argument(call, index, Fault.NULL).parameter()))
                .toList());

        assertThat(parameters)
                .containsAll(MAY_BE_BLANK)
                .containsAll(MAY_BE_ZERO)
                .containsAll(TIMESTAMPS);
    }

    /** The kinds of bad arguments. */
    enum Fault {
        NULL(NullPointerException.class),
        NULL_ELEMENT(NullPointerException.class),
        BLANK(IllegalArgumentException.class),
        ZERO(IllegalArgumentException.class),
        NEGATIVE(IllegalArgumentException.class),
        UNKNOWN_CONSTANT(IllegalArgumentException.class);

        final Class<? extends Throwable> exception;

        Fault(Class<? extends Throwable> exception) {
            this.exception = exception;
        }
    }

    /** A parameter and the fault of its argument. */
    record Argument(Executable call, int index, Fault fault) {
        String name() {
            return NAMES.of(call).get(index);
        }

        String parameter() {
            Class<?> owner = call.getDeclaringClass();
            String type =
                    owner.getCanonicalName().substring(owner.getPackageName().length() + 1);
            return type + (call instanceof Method ? "." + call.getName() : "") + "(" + name() + ")";
        }

        boolean needsInstance() {
            return call instanceof Method && !Modifier.isStatic(call.getModifiers());
        }

        boolean applies() {
            Class<?> type = call.getParameterTypes()[index];
            AnnotatedType annotated = call.getAnnotatedParameterTypes()[index];
            boolean isInteger = type == int.class || type == long.class;
            if (call.getDeclaringClass().isRecord() && (isInteger || type == Duration.class)) {
                return false;
            }
            return switch (fault) {
                case NULL -> !type.isPrimitive() && !annotated.isAnnotationPresent(Nullable.class);
                case NULL_ELEMENT -> rejectsNullElements(annotated);
                case BLANK ->
                    type == String.class
                            && !annotated.isAnnotationPresent(Nullable.class)
                            && !MAY_BE_BLANK.contains(parameter());
                case ZERO -> isInteger && !TIMESTAMPS.contains(parameter()) && !MAY_BE_ZERO.contains(parameter());
                case NEGATIVE ->
                    (isInteger || type == Duration.class) && !TIMESTAMPS.contains(parameter()) && !isPageId();
                case UNKNOWN_CONSTANT -> unknownConstant(type) != null;
            };
        }

        @Nullable
        Object value() {
            Class<?> type = call.getParameterTypes()[index];
            return switch (fault) {
                case NULL -> null;
                case NULL_ELEMENT ->
                    type.isArray() ? Array.newInstance(type.getComponentType(), 1) : Collections.singletonList(null);
                case BLANK -> " ";
                case ZERO -> number(type, 0);
                case NEGATIVE -> type == Duration.class ? Duration.ofSeconds(-1) : number(type, -1);
                case UNKNOWN_CONSTANT -> unknownConstant(type);
            };
        }

        void invoke(@Nullable Object instance, Object[] arguments) throws Throwable {
            try {
                if (call instanceof Constructor<?> constructor) {
                    constructor.newInstance(arguments);
                } else {
                    ((Method) call).invoke(instance, arguments);
                }
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        @Override
        public String toString() {
            return parameter() + " " + fault + " of " + call.getParameterCount();
        }

        /** Pages that Domo provides, such as the overview, have negative ids. */
        private boolean isPageId() {
            return name().equals("pageId") || (call.getDeclaringClass() == Pages.class && name().equals("id"));
        }

        private static Object number(Class<?> type, int value) {
            return type == int.class ? Integer.valueOf(value) : (Object) Long.valueOf(value);
        }

        /** Excludes iterables and iterators, whose elements are known only when they are read. */
        private static boolean rejectsNullElements(AnnotatedType type) {
            if (type instanceof AnnotatedArrayType array) {
                boolean primitive = array.getAnnotatedGenericComponentType().getType() instanceof Class<?> component
                        && component.isPrimitive();
                return !primitive && !array.getAnnotatedGenericComponentType().isAnnotationPresent(Nullable.class);
            }
            return type instanceof AnnotatedParameterizedType generic
                    && Set.of(Collection.class, List.class)
                            .contains(((ParameterizedType) generic.getType()).getRawType())
                    && !generic.getAnnotatedActualTypeArguments()[0].isAnnotationPresent(Nullable.class);
        }

        /** Returns the constant of a generated enum that represents values unknown to the client. */
        private static @Nullable Object unknownConstant(Class<?> type) {
            return type.isEnum() && type.getPackageName().endsWith(".rest.model")
                    ? Stream.of(type.getEnumConstants())
                            .filter(constant -> ((Enum<?>) constant).name().equals("UNKNOWN"))
                            .findFirst()
                            .orElse(null)
                    : null;
        }
    }
}
