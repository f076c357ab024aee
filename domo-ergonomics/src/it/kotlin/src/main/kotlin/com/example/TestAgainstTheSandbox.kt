package com.example

import io.github.domojvm.DomoClient
import io.github.domojvm.csv.CsvSource
import io.github.domojvm.sandbox.DomoSandbox

fun testAgainstTheSandbox() {
    DomoSandbox.start().use { sandbox ->
        DomoClient.fromEnvironment(sandbox.environment()).use { domo ->
            val fruit = domo.createDataSet("Fruit", CsvSource.fromText("fruit\nApples\n").withHeader())
            check(sandbox.rows(fruit.dataSetId) == listOf(listOf("Apples")))
            println("tested: ${sandbox.rowCount(fruit.dataSetId)} row")
        }
    }
}
