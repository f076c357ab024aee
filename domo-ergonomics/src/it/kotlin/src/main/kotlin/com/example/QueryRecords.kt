package com.example

import io.github.domojvm.DomoClient
import io.github.domojvm.schema.ColumnName

@JvmRecord
data class Total(@ColumnName("fruit") val name: String, val total: Double)

fun queryRecords(domo: DomoClient, dataSetId: String) {
    val sql = "SELECT fruit, SUM(revenue) AS total FROM table WHERE fruit IN ? GROUP BY fruit ORDER BY fruit"
    domo.dataSets().query(dataSetId, sql, listOf("Apples", "Pears")).use { rows ->
        rows.toRecords(Total::class.java).forEach { println("queried: ${it.name} ${it.total}") }
    }
}
