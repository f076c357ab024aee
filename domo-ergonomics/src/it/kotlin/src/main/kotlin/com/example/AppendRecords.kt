package com.example

import io.github.domojvm.DomoClient
import io.github.domojvm.rest.model.UpdateMethod
import io.github.domojvm.rows.RowFormat
import java.time.LocalDate

@JvmRecord
data class Sale(val day: LocalDate, val fruit: String, val revenue: Double?)

fun appendRecords(domo: DomoClient, dataSetId: String) {
    val sales = listOf(Sale(LocalDate.of(2018, 1, 3), "Plums", 50.0), Sale(LocalDate.of(2018, 1, 4), "Figs", null))
    val result = domo.load(dataSetId, RowFormat.ofRecords(Sale::class.java).toSource(sales), UpdateMethod.APPEND)
    println("appended: ${result.rows} by ${result.route}")
}
