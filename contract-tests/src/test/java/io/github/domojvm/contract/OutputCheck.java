package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The output of the tests of all modules contains no secret: reports, the log at every level, the messages of all
 * exceptions, transcripts of commands, journals and other files. Runs in the phase {@code verify}, after all tests.
 */
class OutputCheck {
    private static final Path PROJECT = Folders.MODULE.getParent();

    /** What is compiled, generated or installed. */
    private static final Set<String> NOT_OUTPUT = Set.of(
            "classes",
            "test-classes",
            "generated-sources",
            "generated-test-sources",
            "kotlin-ic",
            "lib",
            "maven-archiver",
            "maven-status",
            "openapi",
            "reference",
            "reports",
            "site",
            "surefire");

    private static final Pattern NOT_TEXT = Pattern.compile(".*\\.(jar|jsa|exec|html)");
    /** The simulation throws millions of exceptions, with the messages of the code that the other modules test. */
    private static final String WITHOUT_RECORDING = "simulation";

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    @Test
    void noOutputOfTheTestsContainsASecret() throws IOException {
        Secrets secrets = Secrets.parse(Files.readString(Folders.MODULE.resolve("src/test/resources/secrets.tsv")));
        List<String> found = new ArrayList<>();
        for (Path target : targets()) {
            for (Path file : output(target)) {
                found.addAll(secrets.find(PROJECT, file));
            }
        }

        assertThat(found).isEmpty();
    }

    /** A module whose tests are compiled has run them: without its reports, the search would find nothing. */
    @Test
    void everyTestedModuleHasReportsAndItsExceptions() throws IOException {
        List<Path> targets = targets();

        assertThat(targets).contains(Folders.TARGET).allSatisfy(target -> {
            assertThat(output(target))
                    .as("output of the tests in %s; run mvn verify", target)
                    .anyMatch(file -> file.getFileName().toString().matches("TEST-.*\\.xml"));
            if (!target.getParent().endsWith(WITHOUT_RECORDING)) {
                assertThat(recordings(target))
                        .isNotEmpty()
                        .allSatisfy(recording ->
                                assertThat(Secrets.exceptions(recording)).isNotEmpty());
            }
        });
    }

    /** Returns the folders of the modules whose tests are compiled: in a complete build, of all modules. */
    private static List<Path> targets() throws IOException {
        return MODULE.matcher(Files.readString(PROJECT.resolve("pom.xml")))
                .results()
                .map((MatchResult module) -> PROJECT.resolve(module.group(1)).resolve("target"))
                .filter(target -> Files.isDirectory(target.resolve("test-classes")))
                .toList();
    }

    /** Returns the recordings of the JVMs that ran tests. */
    private static List<Path> recordings(Path target) throws IOException {
        return output(target).stream()
                .filter(file -> file.toString().endsWith(".jfr"))
                .toList();
    }

    private static List<Path> output(Path target) throws IOException {
        try (Stream<Path> files = Files.walk(target)) {
            return files.filter(file -> !NOT_OUTPUT.contains(
                            target.relativize(file).getName(0).toString()))
                    .filter(file -> !NOT_TEXT.matcher(file.toString()).matches())
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }
}
