package com.example

import io.github.domojvm.DomoClient
import io.github.domojvm.csv.CsvSource
import io.github.domojvm.rest.model.UpdateMethod
import io.github.domojvm.stream.UploadException
import io.github.domojvm.stream.UploadListener
import io.github.domojvm.stream.UploadProgress
import io.github.domojvm.stream.UploadRequest
import java.nio.file.Path
import kotlin.system.exitProcess

fun uploadSales(environment: Map<String, String>, streamId: Long, sales: Path) {
    DomoClient.fromEnvironment(environment).use { domo ->
        val request = UploadRequest.builder(streamId, CsvSource.fromFile(sales).withHeader(), UpdateMethod.REPLACE)
            .listener(object : UploadListener {
                override fun partAcknowledged(progress: UploadProgress) {
                    println("acknowledged: ${progress.rowsAcknowledged}")
                }
            })
            .build()
        try {
            val result = domo.streams().upload(request).await()
            println("uploaded: ${result.outcome()}, ${result.rows()} rows")
        } catch (e: UploadException) {
            System.err.println(e.message)
            exitProcess(1)
        }
    }
}
