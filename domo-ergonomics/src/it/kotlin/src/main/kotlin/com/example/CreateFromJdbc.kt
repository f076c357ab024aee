package com.example

import io.github.domojvm.DomoClient
import io.github.domojvm.rows.JdbcRows
import java.sql.DriverManager

fun createFromJdbc(domo: DomoClient) {
    DriverManager.getConnection("jdbc:h2:mem:").use { connection ->
        connection.createStatement().use { statement ->
            statement.executeQuery("SELECT DATE '2018-01-01' AS sold_on, 'Apples' AS fruit").use { result ->
                val sales = domo.createDataSet("Sales of the shop", JdbcRows.toSource(result))
                println("created from JDBC: ${sales.schema.columns().map { it.name() }}")
            }
        }
    }
}
