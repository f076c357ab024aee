package io.github.domojvm.matrix;

import io.github.domojvm.sandbox.FaultResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;

/** The responses that the table of cells names. */
final class Responses {
    private static final int BOMB_BYTES = 2 << 20;

    private Responses() {}

    /** Reads the name of a response, or a status with an optional header. */
    static FaultResponse named(Setup setup, String text) {
        return switch (text) {
            case "HTML" -> FaultResponse.HTML_PAGE;
            case "other JSON" -> FaultResponse.UNRELATED_JSON;
            case "cut JSON" -> FaultResponse.TRUNCATED_JSON;
            case "broken gzip" -> FaultResponse.BROKEN_GZIP;
            case "bomb" -> FaultResponse.of(200, bomb(), "Content-Encoding", "gzip");
            case "redirect" -> FaultResponse.of(302, "", "Location", setup.world.servers.sandbox.url() + "/redirected");
            case "no scope" ->
                FaultResponse.of(
                        403, "{\"error\":\"insufficient_scope\",\"error_description\":\"no\",\"scope\":\"data\"}");
            case "date" -> FaultResponse.of(429, "", "Date", date(setup, 0), "Retry-After", date(setup, 3));
            default -> text.startsWith("{") || text.startsWith("[") ? FaultResponse.of(200, text) : status(text);
        };
    }

    private static FaultResponse status(String text) {
        String[] words = text.split(" ", 3);
        return words.length == 1
                ? FaultResponse.of(Integer.parseInt(words[0]), "")
                : words[1].startsWith("{")
                        ? FaultResponse.of(Integer.parseInt(words[0]), text.substring(words[0].length() + 1))
                        : FaultResponse.of(Integer.parseInt(words[0]), "", words[1], words[2]);
    }

    private static byte[] bomb() {
        Buffer compressed = new Buffer();
        try (var gzip = Okio.buffer(new GzipSink(compressed))) {
            gzip.write(new byte[BOMB_BYTES]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.readByteArray();
    }

    private static String date(Setup setup, int seconds) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                setup.world.servers.clock.instant().plusSeconds(seconds).atOffset(ZoneOffset.UTC));
    }
}
