package com.example

import io.github.domojvm.DomoClient
import io.github.domojvm.csv.CsvSource
import io.github.domojvm.error.NotFoundException
import io.github.domojvm.rest.model.UpdateMethod
import io.github.domojvm.sandbox.DomoSandbox
import io.github.domojvm.schema.SchemaBuilder
import java.math.BigDecimal

@JvmRecord
data class Sale(val fruit: String, val revenue: BigDecimal?)

/** What a Kotlin application writes: a DataSet, rows by a Stream, the rows back, and a query into records. */
fun main() {
    DomoSandbox.start().use { sandbox ->
        DomoClient.builder()
            .credentials(sandbox.clientId(), sandbox.clientSecret())
            .apiUrl(sandbox.url().toString())
            .build()
            .use(::sellFruit)
    }
}

private fun sellFruit(domo: DomoClient) {
    val schema = SchemaBuilder.builder().stringColumn("fruit").longColumn("sold").decimalColumn("revenue").build()
    val stream = domo.streams().create("Fruit", schema, UpdateMethod.APPEND)
    val csv = CsvSource.fromText("apple,3,1.50\nbanana,,\n")
    val upload = domo.streams().upload(stream.id(), csv, UpdateMethod.APPEND).await()
    println("uploaded: ${upload.rows()}, ${upload.outcome()}")

    val id = upload.dataSetId()
    domo.dataSets().rows(id).use { rows ->
        for (row in rows) {
            val sold: Long = row.getLong("sold") ?: -1
            println("row: ${row.getString("fruit")} $sold")
        }
    }
    domo.dataSets().query(id, "SELECT fruit, revenue FROM table WHERE sold > ?", 1).use { rows ->
        rows.toRecords(Sale::class.java).forEach { println("record: ${it.fruit} ${it.revenue}") }
    }
    try {
        domo.users().get(404)
    } catch (e: NotFoundException) {
        println("not found: ${e.status()}")
    }
}
