package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.DomoClient;
import io.github.domojvm.RestAccess;
import io.github.domojvm.retry.RetryPolicy;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.support.ReflectionSupport;

/** Runs the Java samples of the API reference against the examples of the description. */
@ExtendWith(PrismExtension.class)
class ReferenceSamplesTest {
    private static final Path SOURCES = Folders.MODULE.resolve("src/test/java/io/github/domojvm/contract/samples");

    /** A method of a class of samples. */
    record Sample(Method method) {
        @Override
        public String toString() {
            return method.getName() + " with " + method.getParameterTypes()[0].getSimpleName();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void everySampleSendsValidRequestsOfItsOperation(Sample sample, Prism prism, @TempDir Path folder)
            throws Exception {
        try (WireTap tap = WireTap.before(prism);
                DomoClient domo = client(tap)) {
            Object[] arguments = Arrays.stream(sample.method().getParameterTypes())
                    .map(type -> argument(type, domo, tap, folder))
                    .toArray();
            ReflectionSupport.invokeMethod(
                    sample.method(),
                    ReflectionSupport.newInstance(sample.method().getDeclaringClass()),
                    arguments);

            assertThat(tap.exchanges())
                    .extracting(exchange -> exchange.operation().id())
                    .contains(sample.method().getName());
            assertThat(tap.exchanges()).allSatisfy(exchange -> {
                assertThat(exchange.violations()).isEmpty();
                assertThat(exchange.status()).isBetween(200, 299);
            });
        }
    }

    static List<Sample> samples() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .sorted()
                    .map(ReferenceSamplesTest::load)
                    .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                    .filter(method -> !method.isSynthetic() && !Modifier.isStatic(method.getModifiers()))
                    .map(Sample::new)
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(ReferenceSamplesTest.class.getPackageName() + ".samples." + name);
        } catch (ClassNotFoundException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static Object argument(Class<?> type, DomoClient domo, WireTap tap, Path folder) {
        if (type == RestAccess.class) {
            return domo.rest();
        }
        if (type == URI.class) {
            return tap.url();
        }
        return type == Path.class ? folder : domo;
    }

    private static DomoClient client(WireTap tap) {
        return DomoClient.builder()
                .credentials("ada", "marker-secret")
                .apiUrl(tap.url().toString())
                .scopes("data")
                .retryPolicy(RetryPolicy.none())
                .build();
    }
}
