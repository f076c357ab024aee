package com.example

import io.github.domojvm.DomoClient
import io.github.domojvm.pdp.PolicyFilters
import io.github.domojvm.rest.model.CreatePolicyRequest

fun applyPolicies(domo: DomoClient, dataSetId: String, userId: Long) {
    val apples = CreatePolicyRequest.builder()
        .name("Apples only")
        .filters(listOf(PolicyFilters.column("fruit").equalTo("Apples")))
        .users(listOf(userId))
        .build()
    val plan = domo.policies().plan(dataSetId, listOf(apples))
    println("planned: $plan")
    domo.policies().apply(plan)
    println("then: ${domo.policies().plan(dataSetId, listOf(apples))}")
}
