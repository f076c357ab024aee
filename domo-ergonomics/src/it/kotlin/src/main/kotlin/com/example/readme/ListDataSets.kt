package com.example.readme

import io.github.domojvm.DomoClient

fun main() {
    DomoClient.fromEnvironment().use { domo ->
        for (dataSet in domo.dataSets().list()) {
            println("${dataSet.id()}  ${dataSet.name()}  ${dataSet.rows()} rows")
        }
    }
}
