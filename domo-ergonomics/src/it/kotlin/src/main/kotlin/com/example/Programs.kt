package com.example

import io.github.domojvm.DomoClient
import io.github.domojvm.rest.model.UpdateMethod
import io.github.domojvm.sandbox.DomoSandbox
import io.github.domojvm.schema.SchemaBuilder
import java.nio.file.Files
import java.nio.file.Path

/** Runs the programs in sequence against one sandbox. */
fun main() {
    val folder = Files.createTempDirectory(Path.of("target"), "programs")
    val rows = "day,fruit,revenue\n2018-01-01,Apples,100.5\n2018-01-02,Pears,200.0\n"
    val csv = Files.writeString(folder.resolve("sales.csv"), rows)
    DomoSandbox.start().use { sandbox ->
        DomoClient.fromEnvironment(sandbox.environment()).use { domo ->
            val sales = createFromCsv(domo, csv)
            appendRecords(domo, sales)
            createFromJdbc(domo)
            exportToFile(domo, sales, folder.resolve("export.csv"))
            queryRecords(domo, sales)
            applyPolicies(domo, sales, createUser(domo))
            handleErrors(domo)
            sellFruit(domo)
            uploadSales(sandbox.environment(), createStream(domo), csv)
        }
        listDataSets(sandbox.environment())
        runAsProcess("com.example.readme.ListDataSetsKt", sandbox.environment())
    }
    testAgainstTheSandbox()
}

/** The program of the README reads the environment of its process. */
private fun runAsProcess(program: String, environment: Map<String, String>) {
    val java = Path.of(System.getProperty("java.home"), "bin", "java").toString()
    val process = ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), program).redirectErrorStream(true)
    process.environment().putAll(environment)
    val output = process.start().inputStream.bufferedReader().readLines()
    println("README: ${output.filter { it.endsWith(" rows") }.map { it.substringAfter("  ") }}")
}

private fun createStream(domo: DomoClient): Long {
    val schema = SchemaBuilder.builder().dateColumn("day").stringColumn("fruit").doubleColumn("revenue").build()
    return domo.streams().create("Uploaded sales", schema, UpdateMethod.REPLACE).id()
}
