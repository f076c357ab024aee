import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.domojvm.DomoClient;
import io.github.domojvm.rest.model.DataSet;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a user of the library writes, run from source with the class path that Maven made for the user's own pom. */
final class ListDataSets {
    private ListDataSets() {}

    public static void main(String[] args) throws IOException {
        System.out.println(Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(path -> new File(path).getName())
                .filter(name -> name.matches("(okhttp|okio|kotlin-stdlib)-.*"))
                .sorted()
                .collect(Collectors.joining(" ", "class path: ", "")));

        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext(
                "/oauth/token",
                call -> answer(call, "{\"access_token\":\"t\",\"token_type\":\"bearer\",\"expires_in\":3599}"));
        service.createContext("/v1/datasets", call -> answer(call, "[{\"id\":\"1\",\"name\":\"Leonhard Euler Party\"}]"));
        service.start();
        try (DomoClient domo = DomoClient.builder()
                .credentials("id", "secret")
                .apiUrl("http://127.0.0.1:" + service.getAddress().getPort())
                .build()) {
            for (DataSet dataSet : domo.dataSets().list()) {
                System.out.println("seen: " + dataSet.name());
            }
        } finally {
            service.stop(0);
        }
    }

    private static void answer(HttpExchange call, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(200, body.length);
        try (var out = call.getResponseBody()) {
            out.write(body);
        }
    }
}
