package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordingTest {
    private static final Path PROJECT = Folders.MODULE.getParent();
    private static final Path RULES = Folders.MODULE.resolve("src/test/resources/wording.tsv");

    /** Folders with generated, installed or already released text. */
    private static final Set<String> SKIPPED = Set.of(".git", ".idea", "target", "node_modules", "baseline");

    private static final Pattern TEXT = Pattern.compile(
            "\\.(java|kt|groovy|mustache|yaml|md|xml|txt|csv|properties|js|hbs|sh|puml|dot)$|/(Makefile|domo|run)$");

    /** Tests whose methods are named after the sections of a manual. */
    private static final Path NAMED_BY_A_MANUAL = Path.of("domophp");

    private static final Wording SAMPLE = Wording.parse("""
            # a comment
            text\tgo(es)?\tmove
            text\tput up with\ttolerate
            opening\tfetches\tReturns
            """);

    @Test
    void noFileOfTheProjectContainsAListedWord() throws IOException {
        Wording wording = Wording.parse(Files.readString(RULES));
        List<String> violations = new ArrayList<>();
        List<Path> files = textFiles();
        for (Path file : files) {
            violations.addAll(wording.check(PROJECT.relativize(file).toString(), text(file)));
        }

        assertThat(violations).isEmpty();
        assertThat(files).hasSizeGreaterThan(800);
    }

    @Test
    void reportsFileLineWordAndReplacement() {
        assertThat(SAMPLE.check("a.md", "First.\nIt goes on.")).containsExactly("a.md:2: \"goes\", use: move");
    }

    @Test
    void findsAPhraseAcrossTheLinesOfAComment() {
        assertThat(SAMPLE.check("A.java", "/**\n * Callers put up\n * with it.\n */"))
                .containsExactly("A.java:3: \"put up with\", use: tolerate");
    }

    @Test
    void findsWordsOfNamesOnlyWhereNamesAreDivided() {
        assertThat(SAMPLE.check("ATest.java", Wording.withNamesDivided("void rowGoesAway()")))
                .hasSize(1);
        assertThat(SAMPLE.check("ATest.java", "void rowGoesAway()")).isEmpty();
    }

    @Test
    void findsAnOpeningOnlyAtTheStartOfJavadocOrOfADescription() {
        assertThat(SAMPLE.check("A.java", "/** Fetches it. */")).hasSize(1);
        assertThat(SAMPLE.check("a.yaml", "description: >-\n    Fetches it.")).hasSize(1);
        assertThat(SAMPLE.check("A.java", "/** Returns what it fetches. */")).isEmpty();
    }

    @Test
    void dividesNamesBeforeEachWord() {
        assertThat(Wording.withNamesDivided("createsANewURLForIt")).isEqualTo("creates A New URL For It");
    }

    @Test
    void ignoresPartsOfLongerWords() {
        assertThat(SAMPLE.check("a.md", "The category and the cargo.")).isEmpty();
    }

    private static String text(Path file) throws IOException {
        String text = Files.readString(file);
        return file.getParent().endsWith(NAMED_BY_A_MANUAL) ? text : Wording.withNamesDivided(text);
    }

    private static List<Path> textFiles() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(PROJECT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return SKIPPED.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (TEXT.matcher(file.toString()).find() && !file.equals(RULES)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
