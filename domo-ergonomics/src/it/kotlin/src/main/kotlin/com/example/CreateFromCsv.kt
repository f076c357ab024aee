package com.example

import io.github.domojvm.DomoClient
import io.github.domojvm.csv.CsvSource
import java.nio.file.Path

fun createFromCsv(domo: DomoClient, csv: Path): String {
    val sales = domo.createDataSet("Sales", CsvSource.fromFile(csv).withHeader())
    println("created from CSV: ${sales.schema.columns().map { it.type() }}")
    return sales.dataSetId
}
