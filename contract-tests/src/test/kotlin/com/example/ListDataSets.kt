package com.example

import com.example.domo.apis.AuthenticationApi
import com.example.domo.apis.DataSetsApi
import com.example.domo.apis.StreamsApi
import com.example.domo.infrastructure.Serializer
import com.example.domo.models.Column
import com.example.domo.models.CreateDataSetRequest
import com.example.domo.models.DataSetSort
import com.example.domo.models.GrantType
import com.example.domo.models.Schema
import okhttp3.Credentials
import okhttp3.OkHttpClient
import retrofit2.Call
import retrofit2.Retrofit
import retrofit2.converter.moshi.MoshiConverterFactory

/** Creates and lists DataSets and reads an execution with the client that is generated from the published description. */
fun main() {
    val client = Credentials.basic(System.getenv("DOMO_CLIENT_ID"), System.getenv("DOMO_CLIENT_SECRET"))
    val authentication = retrofit(client).create(AuthenticationApi::class.java)
    val token = authentication.createAccessToken(GrantType.client_credentials).result().accessToken
    val domo = retrofit("Bearer $token")

    val dataSets = domo.create(DataSetsApi::class.java)
    val schema = Schema(columns = listOf(Column(type = "STRING", name = "harbour")))
    dataSets.createDataSet(CreateDataSetRequest(name = "Tides", schema = schema)).result()
    for (listed in dataSets.listDataSets(sort = DataSetSort.NAME).result()) {
        val dataSet = dataSets.getDataSet(listed.id!!).result()
        println("${dataSet.name}: ${dataSet.schema!!.columns!!.map { "${it.name} ${it.type}" }}")
    }
    val execution = domo.create(StreamsApi::class.java).getExecution(1, 2).result()
    println("execution ${execution.id}: ${execution.currentState}")
}

private fun retrofit(authorization: String): Retrofit {
    val client = OkHttpClient.Builder().addInterceptor { chain ->
        chain.proceed(chain.request().newBuilder().header("Authorization", authorization).build())
    }
    return Retrofit.Builder()
        .baseUrl(System.getenv("DOMO_API_URL") + "/")
        .client(client.build())
        .addConverterFactory(MoshiConverterFactory.create(Serializer.moshi))
        .build()
}

private fun <T> Call<T>.result(): T = execute().body()!!
