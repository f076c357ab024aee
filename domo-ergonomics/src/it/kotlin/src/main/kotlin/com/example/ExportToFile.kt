package com.example

import io.github.domojvm.DomoClient
import java.nio.file.Path

fun exportToFile(domo: DomoClient, dataSetId: String, target: Path) {
    val exported = domo.dataSets().export(dataSetId, target)
    println("exported: ${exported.rows} rows")
}
