package com.example

import io.github.domojvm.DomoClient

fun listDataSets(environment: Map<String, String>) {
    DomoClient.fromEnvironment(environment).use { domo ->
        for (dataSet in domo.dataSets().list()) {
            println("listed: ${dataSet.name()}, ${dataSet.rows()} rows")
        }
    }
}
