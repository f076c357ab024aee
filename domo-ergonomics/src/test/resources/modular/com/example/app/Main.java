package com.example.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.domojvm.DomoClient;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rows.RowFormat;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Lists DataSets, then uses a record of a package that is not open. */
public final class Main {
    record Sale(String product, long amount) {}

    private Main() {}

    public static void main(String[] args) throws IOException {
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext(
                "/oauth/token",
                call -> respond(call, "{\"access_token\":\"t\",\"token_type\":\"bearer\",\"expires_in\":3599}"));
        service.createContext("/v1/datasets", call -> respond(call, "[{\"id\":\"1\",\"name\":\"Sales\"}]"));
        service.start();
        try (DomoClient domo = DomoClient.builder()
                .credentials("id", "secret")
                .apiUrl("http://127.0.0.1:" + service.getAddress().getPort())
                .build()) {
            for (DataSet dataSet : domo.dataSets().list()) {
                System.out.println("listed: " + dataSet.name());
            }
        } finally {
            service.stop(0);
        }
        try {
            System.out.println(RowFormat.records(Sale.class));
        } catch (IllegalArgumentException e) {
            System.out.println("refused: " + e.getMessage());
        }
    }

    private static void respond(HttpExchange call, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(200, body.length);
        try (var out = call.getResponseBody()) {
            out.write(body);
        }
    }
}
