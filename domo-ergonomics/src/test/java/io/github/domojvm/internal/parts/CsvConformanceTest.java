package io.github.domojvm.internal.parts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.support.AnnotationSupport;

/** Each requirement of {@code csv-conformance.txt} is shown by cases or tests that exist and run. */
class CsvConformanceTest {
    private static final int REQUIREMENTS = 20;

    record Requirement(String number, String input, String outcome, List<String> shownBy) {
        @Override
        public String toString() {
            return number + " " + input + ": " + outcome;
        }
    }

    @Test
    void listsEveryRequirement() throws IOException {
        assertThat(requirements().map(Requirement::number).distinct())
                .isEqualTo(IntStream.rangeClosed(1, REQUIREMENTS)
                        .mapToObj(number -> "C" + number)
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requirements")
    void isShownByCasesOrTestsThatExist(Requirement requirement) throws IOException {
        Set<String> cases = CsvCase.all().stream().map(CsvCase::name).collect(Collectors.toSet());

        assertThat(requirement.shownBy()).isNotEmpty().allSatisfy(shownBy -> {
            if (shownBy.startsWith("case ")) {
                assertThat(cases).contains(shownBy.substring("case ".length()));
            } else {
                assertThat(isTest(shownBy)).as(shownBy).isTrue();
            }
        });
    }

    private static boolean isTest(String reference) {
        String[] parts = reference.split("#", -1);
        try {
            Class<?> type = Class.forName("io.github.domojvm." + parts[0]);
            return !type.isAnnotationPresent(Disabled.class)
                    && Arrays.stream(type.getDeclaredMethods())
                            .filter(method -> method.getName().equals(parts[1]))
                            .anyMatch(CsvConformanceTest::runs);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("The class of " + reference + " does not exist", e);
        }
    }

    private static boolean runs(Method method) {
        return !method.isAnnotationPresent(Disabled.class)
                && Stream.of(Test.class, ParameterizedTest.class)
                        .anyMatch(test -> AnnotationSupport.isAnnotated(method, test));
    }

    static Stream<Requirement> requirements() throws IOException {
        try (InputStream in = CsvConformanceTest.class.getResourceAsStream("csv-conformance.txt")) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\|", -1))
                    .map(cell -> new Requirement(
                            cell[0].strip(),
                            cell[1].strip(),
                            cell[2].strip(),
                            Arrays.stream(cell[3].split(";", -1))
                                    .map(String::strip)
                                    .toList()));
        }
    }
}
