package io.github.domojvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles the programs of the README unchanged and runs each in a separate JVM. */
class ReadmeTest {
    private static final Pattern PROGRAM = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("public class (\\w+)");

    @TempDir
    static Path folder;

    private static String readme;
    private static Map<String, String> programs;

    @BeforeAll
    static void compile() throws IOException {
        readme = Files.readString(Path.of("..", "README.md"));
        programs = PROGRAM.matcher(readme)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toMap(
                        block -> CLASS.matcher(block)
                                .results()
                                .findFirst()
                                .orElseThrow()
                                .group(1),
                        block -> block.replace("```java\n", "").replace("```", "")));
        DocsCompiler.compile(programs, folder);
    }

    @Test
    void isShort() {
        assertThat(readme.lines()).hasSizeLessThanOrEqualTo(150);
    }

    @Test
    void containsThreePrograms() {
        assertThat(programs).containsOnlyKeys("ListDataSets", "UploadSales", "WithSandbox");
    }

    /** The build of the consumers compiles and runs this file. */
    @Test
    void theKotlinProgramIsTheOneOfTheKotlinConsumer() throws IOException {
        String consumer = Files.readString(Path.of("src/it/kotlin/src/main/kotlin/com/example/readme/ListDataSets.kt"));

        assertThat(readme).contains("```kotlin\n" + consumer.replace("package com.example.readme\n\n", "") + "```");
    }

    @Test
    void firstProgramListsDataSets() throws Exception {
        try (DomoSandbox sandbox = DomoSandbox.start();
                DomoClient domo = DomoClient.fromEnvironment(sandbox.environment())) {
            domo.streams()
                    .create("Tides", SchemaBuilder.builder().stringColumn("a").build(), UpdateMethod.REPLACE);

            assertThat(run(sandbox, "ListDataSets")).endsWith("  Tides  0 rows\n");
        }
    }

    @Test
    void secondProgramUploadsRows() throws Exception {
        Path sales = Files.writeString(
                folder.resolve("sales.csv"), "Date,Fruit,Revenue\n2018-01-01,Apples,100.00\n2018-01-02,Pears,200.00\n");
        try (DomoSandbox sandbox = DomoSandbox.start();
                DomoClient domo = DomoClient.fromEnvironment(sandbox.environment())) {
            CreatedDataSet created =
                    domo.createDataSet("Sales", CsvSource.fromFile(sales).withHeader());

            String streamId = String.valueOf(created.streamId().orElseThrow());
            assertThat(run(sandbox, "UploadSales", streamId, sales.toString()))
                    .isEqualTo("COMMITTED_VERIFIED, 2 rows\n");
        }
    }

    @Test
    void thirdProgramRetriesAfterAFault() throws Exception {
        try (DomoSandbox sandbox = DomoSandbox.start()) {
            assertThat(run(sandbox, "WithSandbox")).isEqualTo("0 DataSets, after one failure\n");
        }
    }

    private static String run(DomoSandbox sandbox, String program, String... arguments) throws Exception {
        String logging = "-Djava.util.logging.config.file=" + System.getProperty("java.util.logging.config.file");
        return JavaProcess.run(folder, sandbox.environment(), List.of(logging), program, List.of(arguments));
    }
}
