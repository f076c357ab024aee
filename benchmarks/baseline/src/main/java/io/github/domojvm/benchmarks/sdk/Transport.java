package io.github.domojvm.benchmarks.sdk;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Credentials;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Sends requests with a token, which is requested once. */
final class Transport implements AutoCloseable {
    static final MediaType CSV = MediaType.get("text/csv");
    static final MediaType JSON = MediaType.get("application/json");
    private static final int MINUTES = 5;

    private final String url;
    private final OkHttpClient http;
    private final Gson gson = new Gson();
    private String token;

    Transport(String url, Interceptor... interceptors) {
        this.url = url;
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .connectTimeout(MINUTES, TimeUnit.MINUTES)
                .readTimeout(MINUTES, TimeUnit.MINUTES)
                .writeTimeout(MINUTES, TimeUnit.MINUTES)
                .addInterceptor(this::authorize);
        for (Interceptor interceptor : interceptors) {
            builder.addInterceptor(interceptor);
        }
        this.http = builder.build();
    }

    Gson gson() {
        return gson;
    }

    Response get(String path) throws IOException {
        return execute(new Request.Builder().url(url + path).build());
    }

    String text(Request.Builder request, String path) throws IOException {
        try (Response response = execute(request.url(url + path).build())) {
            return response.body().string();
        }
    }

    String send(String method, String path, RequestBody body) throws IOException {
        return text(new Request.Builder().method(method, body), path);
    }

    /** Ends the threads, so that the process ends. */
    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private Response execute(Request request) throws IOException {
        Response response = http.newCall(request).execute();
        if (!response.isSuccessful()) {
            response.close();
            throw new IOException(request.method() + " " + request.url() + ": " + response.code());
        }
        return response;
    }

    private Response authorize(Interceptor.Chain chain) throws IOException {
        return chain.proceed(chain.request()
                .newBuilder()
                .header("Authorization", "Bearer " + token(chain))
                .build());
    }

    private synchronized String token(Interceptor.Chain chain) throws IOException {
        if (token == null) {
            Request request = new Request.Builder()
                    .url(url + "/oauth/token?grant_type=client_credentials&scope=data")
                    .header("Authorization", Credentials.basic("benchmark", "marker-benchmark"))
                    .build();
            try (Response response = chain.proceed(request)) {
                token = gson.fromJson(response.body().string(), JsonObject.class)
                        .get("access_token")
                        .getAsString();
            }
        }
        return token;
    }
}
