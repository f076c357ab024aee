package com.example

import io.github.domojvm.DomoClient

fun createUser(domo: DomoClient): Long {
    val john = domo.users().create("John Doe", "john@northwind.example")
    println("created user: ${john.name()}, ${john.role()}")
    return john.id()
}
