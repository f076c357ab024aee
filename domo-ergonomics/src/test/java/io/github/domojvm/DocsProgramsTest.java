package io.github.domojvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compiles the complete programs of the guides and runs each against a sandbox, in a JVM of its own. A program receives
 * as {@code args[n]} the value that belongs to the name of the variable which it assigns the argument to.
 */
class DocsProgramsTest {
    /** Pages about the command, about other languages, and about the tests and measurements of this project. */
    private static final Set<String> WITHOUT_PROGRAM =
            Set.of("docs/command.md", "docs/openapi.md", "docs/performance.md", "docs/reliability.md");

    private static final String ROWS = "2018-01-01,Apples,100.5\n2018-01-02,Pears,200\n";

    @TempDir
    static Path classes;

    @BeforeAll
    static void compile() throws IOException {
        compile(programs(), classes);
    }

    static Stream<DocsPage> pages() throws IOException {
        return DocsTest.pages();
    }

    static Stream<DocsProgram> programs() throws IOException {
        return pages().flatMap(page -> page.programs().stream());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void thePageStartsWithACompleteProgram(DocsPage page) {
        assertThat(page.startsWithAProgram()).isNotEqualTo(WITHOUT_PROGRAM.contains(page.name()));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theProgramRunsAndPrintsWhatItsCommentsShow(DocsProgram program, @TempDir Path folder) throws Exception {
        check(program, classes, folder);
    }

    @Test
    void theProgramOfThePageAboutLoggingLogsEachAttempt(@TempDir Path folder) throws Exception {
        DocsProgram program = programs()
                .filter(candidate -> candidate.className().equals("LogCalls"))
                .findFirst()
                .orElseThrow();

        assertThat(run(program, classes, folder))
                .contains("createAccessToken 200")
                .contains("listDataSets 200");
    }

    @Test
    void rejectsAProgramThatDoesNotPrintWhatACommentShows(@TempDir Path folder) {
        DocsProgram program = program("System.out.println(args.length + 2); // 3");

        compile(Stream.of(program), folder);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> check(program, folder, folder))
                .withMessageContaining("to contain:")
                .withMessageContaining("\"3\"");
    }

    @Test
    void rejectsAProgramWithoutAnOutput(@TempDir Path folder) {
        DocsProgram program = program("System.out.println(args.length);");

        compile(Stream.of(program), folder);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> check(program, folder, folder))
                .withMessageContaining("not to be empty");
    }

    @Test
    void reportsAProgramThatFails(@TempDir Path folder) {
        DocsProgram program = program("throw new IllegalStateException(\"broken\");");

        compile(Stream.of(program), folder);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> run(program, folder, folder))
                .withMessageContaining("java.lang.IllegalStateException: broken")
                .withMessageContaining("(a.md:6)");
    }

    @Test
    void recognizesAPageThatDoesNotStartWithAProgram() {
        String program = "```java\npublic class A {}\n```\n";

        assertThat(new DocsPage("docs/a.md", "# A\n\nText.\n\n" + program).startsWithAProgram())
                .isTrue();
        assertThat(new DocsPage("docs/a.md", "# A\n\n## B\n\n" + program).startsWithAProgram())
                .isFalse();
        assertThat(new DocsPage("docs/a.md", "# A\n\n```java\nint a;\n```\n\n" + program).startsWithAProgram())
                .isFalse();
    }

    private static DocsProgram program(String statement) {
        return new DocsPage(
                        "docs/a.md",
                        "# A\n\n```java\npublic class A {\n    public static void main(String[] args) {\n"
                                + statement
                                + "\n    }\n}\n```\n")
                .programs()
                .get(0);
    }

    private static void compile(Stream<DocsProgram> programs, Path classes) {
        DocsCompiler.compile(
                programs.collect(
                        Collectors.toMap(program -> program.className() + "/" + program.page(), DocsProgram::source)),
                classes);
    }

    private static void check(DocsProgram program, Path classes, Path folder) throws Exception {
        String printed = run(program, classes, folder);

        assertThat(program.outputs())
                .isNotEmpty()
                .allSatisfy(output -> assertThat(printed).contains(output));
    }

    private static String run(DocsProgram program, Path classes, Path folder) throws Exception {
        try (DomoSandbox sandbox = DomoSandbox.start();
                DomoClient domo = DomoClient.fromEnvironment(sandbox.environment())) {
            Map<String, Object> values = values(domo, folder);
            List<String> arguments = program.arguments().stream()
                    .map(name -> {
                        assertThat(values)
                                .as("%s assigns args[n] to %s", program, name)
                                .containsKey(name);
                        return values.get(name).toString();
                    })
                    .toList();
            return JavaProcess.run(classes, sandbox.environment(), List.of(), program.className(), arguments);
        }
    }

    private static Map<String, Object> values(DomoClient domo, Path folder) throws IOException {
        Schema schema = SchemaBuilder.builder()
                .dateColumn("Date")
                .stringColumn("Fruit")
                .doubleColumn("Revenue")
                .build();
        String dataSetId = domo.dataSets().create("Fruit", schema).id();
        domo.dataSets().importCsv(dataSetId, CsvSource.fromText(ROWS), UpdateMethod.REPLACE);
        DomoStream stream = domo.streams().create("Fruit by Stream", schema, UpdateMethod.REPLACE);
        return Map.of(
                "csv", Files.writeString(folder.resolve("sales.csv"), "Date,Fruit,Revenue\n" + ROWS),
                "target", folder.resolve("fruit.csv"),
                "dataSetId", dataSetId,
                "streamId", stream.id(),
                "userId", domo.users().create("Ada", "ada@northwind.example").id(),
                "groupId", domo.groups().create("Pilots").id(),
                "pageId", domo.pages().create("Harbour").id());
    }
}
