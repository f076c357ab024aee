package com.example

import io.github.domojvm.DomoClient
import io.github.domojvm.error.DomoException
import io.github.domojvm.error.FailureReason

fun handleErrors(domo: DomoClient) {
    try {
        domo.dataSets().get("no-such-id")
    } catch (e: DomoException) {
        when (e.reason()) {
            FailureReason.NOT_FOUND -> println("not found: no-such-id")
            FailureReason.NOT_PERMITTED -> println("ask for the scope data")
            else -> throw e
        }
    }
}
