package io.github.domojvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compiles every Java snippet of the guides and runs each page from top to bottom against a separate sandbox. */
class DocsTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]*)(?:#([^)]*))?\\)");
    private static final Pattern MESSAGE = Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE);
    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);

    @TempDir
    static Path classes;

    @BeforeAll
    static void compile() throws IOException {
        DocsCompiler.compile(pages().collect(Collectors.toMap(DocsPage::name, DocsPage::program)), classes);
    }

    static Stream<DocsPage> pages() throws IOException {
        List<DocsPage> pages = new ArrayList<>();
        try (Stream<Path> files = Files.list(DOCS)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                pages.add(DocsPage.read(file));
            }
        }
        return pages.stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everySnippetRunsAndPrintsTheDocumentedOutput(DocsPage page, @TempDir Path folder) throws Exception {
        String printed = run(page, classes, folder);

        assertThat(page.outputs()).allSatisfy(output -> assertThat(printed).contains(output));
    }

    static Stream<Path> documents() throws IOException {
        Path project = DOCS.toAbsolutePath().normalize().getParent();
        List<Path> documents = new ArrayList<>(List.of(
                Path.of("README.md"), Path.of("CONTRIBUTING.md"), Path.of("CHANGELOG.md"), Path.of("spec/README.md")));
        pages().forEach(page -> documents.add(Path.of(page.name())));
        return documents.stream().map(project::resolve);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkHasAnExistingTarget(Path document) throws IOException {
        for (MatchResult link :
                LINK.matcher(Files.readString(document)).results().toList()) {
            Path target = link.group(1).isEmpty()
                    ? document
                    : document.resolveSibling(link.group(1)).normalize();
            assertThat(target).as("%s: %s", document, link.group()).exists();
            if (link.group(2) != null) {
                assertThat(anchors(target)).as("%s: %s", document, link.group()).contains(link.group(2));
            }
        }
    }

    @Test
    void everyMessageOfTheTroubleshootingPageExists() throws IOException {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                sources.append(Files.readString(file));
            }
        }

        assertThat(MESSAGE.matcher(Files.readString(DOCS.resolve("troubleshooting.md")))
                        .results())
                .hasSizeGreaterThan(25)
                .allSatisfy(message -> assertThat(sources).contains(message.group(1)));
    }

    @Test
    void indexLinksToEveryPage() throws IOException {
        String index = Files.readString(DOCS.resolve("README.md"));

        assertThat(pages().map(page -> page.name().replace("docs/", "")))
                .filteredOn(name -> !name.equals("README.md"))
                .allSatisfy(name -> assertThat(index).contains("](" + name + ")"));
    }

    @Test
    void reportsASnippetThatThrowsWithPageAndLine(@TempDir Path folder) {
        DocsPage page =
                new DocsPage("docs/a.md", "# A\n\n```java\nint one = 1;\n```\n\n```java\n\nList.of().get(0);\n```\n");
        DocsCompiler.compile(Map.of(page.name(), page.program()), folder);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> run(page, folder, folder))
                .withMessageStartingWith("docs/a.md:9 does not run: java.lang.ArrayIndexOutOfBoundsException");
    }

    @Test
    void reportsASnippetThatDoesNotCompileWithPageAndLine(@TempDir Path folder) {
        DocsPage page = new DocsPage("docs/b.md", "# B\n\n```java\nList<String> raw = new ArrayList();\n```\n");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> DocsCompiler.compile(Map.of(page.name(), page.program()), folder))
                .withMessageContaining("docs/b.md:4: warning: [rawtypes]");
    }

    @Test
    void compilesABlockThatIsNotRun(@TempDir Path folder) throws Exception {
        DocsPage page = new DocsPage("docs/c.md", "```java no-run\nList.of().get(0);\n```\n");
        DocsPage broken = new DocsPage("docs/d.md", "```java no-run\nList.of().got(0);\n```\n");
        DocsCompiler.compile(Map.of(page.name(), page.program()), folder);

        assertThat(run(page, folder, folder)).isEmpty();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> DocsCompiler.compile(Map.of(broken.name(), broken.program()), folder))
                .withMessageContaining("docs/d.md:2: error: cannot find symbol");
    }

    /** Runs the page and returns its output. */
    private static String run(DocsPage page, Path classes, Path folder) throws Exception {
        Schema schema = SchemaBuilder.builder()
                .dateColumn("Date")
                .stringColumn("Fruit")
                .doubleColumn("Revenue")
                .build();
        String rows = "2018-01-01,Apples,100.5\n2018-01-02,Pears,200\n";
        Path csv = Files.writeString(folder.resolve("sales.csv"), "Date,Fruit,Revenue\n" + rows);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream console = System.out;
        try (DomoSandbox sandbox = DomoSandbox.start();
                DomoClient domo = DomoClient.fromEnvironment(sandbox.environment());
                URLClassLoader loader =
                        new URLClassLoader(new URL[] {classes.toUri().toURL()});
                Connection connection = DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID())) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "CREATE TABLE sales AS SELECT DATE '2018-01-01' AS sold_on, 'Apples' AS fruit, 100.5E0 AS revenue");
            }
            DataSet dataSet = domo.dataSets().create("Fruit", schema);
            domo.dataSets().importCsv(dataSet.id(), CsvSource.fromText(rows), UpdateMethod.REPLACE);
            DomoStream stream = domo.streams().create("Fruit by Stream", schema, UpdateMethod.REPLACE);
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            page.run(
                    loader,
                    domo,
                    sandbox,
                    folder,
                    csv,
                    connection,
                    dataSet.id(),
                    stream.id(),
                    stream.dataSet().id(),
                    domo.users().create("Ada", "ada@northwind.example").id(),
                    domo.groups().create("Pilots").id(),
                    domo.pages().create("Harbour").id());
        } finally {
            System.setOut(console);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static List<String> anchors(Path page) throws IOException {
        return HEADING.matcher(Files.readString(page))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
