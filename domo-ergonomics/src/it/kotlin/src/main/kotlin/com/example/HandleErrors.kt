package com.example

import io.github.domojvm.DomoClient
import io.github.domojvm.error.DomoException
import io.github.domojvm.error.NotFoundException
import io.github.domojvm.error.PermissionException
import io.github.domojvm.error.RateLimitException

fun handleErrors(domo: DomoClient) {
    try {
        domo.dataSets().get("no-such-id")
    } catch (e: DomoException) {
        when (e) {
            is NotFoundException -> println("not found: ${e.status()}")
            is PermissionException -> println("missing scope: ${e.missingScope().orElse("unknown")}")
            is RateLimitException -> println("retry after: ${e.retryAfter()}")
            else -> println("failed: ${e.message}")
        }
    }
}
