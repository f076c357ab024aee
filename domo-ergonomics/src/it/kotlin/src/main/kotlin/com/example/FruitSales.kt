package com.example

import io.github.domojvm.DomoClient
import io.github.domojvm.csv.CsvSource
import io.github.domojvm.rest.model.UpdateMethod
import io.github.domojvm.schema.SchemaBuilder

/** Creates a DataSet with a Stream, uploads rows, and reads them with typed accessors. */
fun sellFruit(domo: DomoClient) {
    val schema = SchemaBuilder.builder().stringColumn("fruit").longColumn("sold").build()
    val stream = domo.streams().create("Fruit by Stream", schema, UpdateMethod.APPEND)
    val csv = CsvSource.fromText("apple,3\nbanana,\n")
    val upload = domo.streams().upload(stream.id(), csv, UpdateMethod.APPEND).await()
    println("uploaded: ${upload.rows()}, ${upload.outcome()}")

    domo.dataSets().rows(upload.dataSetId()).use { rows ->
        for (row in rows) {
            val sold: Long = row.getLong("sold") ?: -1
            println("row: ${row.getString("fruit")} $sold")
        }
    }
}
