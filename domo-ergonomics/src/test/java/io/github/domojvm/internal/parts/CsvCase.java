package io.github.domojvm.internal.parts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A line of {@code csv-cases.txt}, which describes its format. */
record CsvCase(String name, int columns, String escapedInput, String outcome) {
    private static final Pattern TOKEN = Pattern.compile("\\\\(x[0-9A-F]{2}|.)|[^\\\\]+");

    static List<CsvCase> all() throws IOException {
        try (InputStream in = CsvCase.class.getResourceAsStream("csv-cases.txt")) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\|", -1))
                    .map(cell -> new CsvCase(
                            cell[0].strip(), Integer.parseInt(cell[1].strip()), cell[2].strip(), cell[3].strip()))
                    .toList();
        }
    }

    byte[] input() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TOKEN.matcher(escapedInput).results().forEach(token -> bytes.writeBytes(bytes(token)));
        return bytes.toByteArray();
    }

    private static byte[] bytes(MatchResult token) {
        String escape = token.group(1);
        if (escape == null) {
            return token.group().getBytes(UTF_8);
        }
        return new byte[] {
            switch (escape.charAt(0)) {
                case 'n' -> (byte) '\n';
                case 'r' -> (byte) '\r';
                case 't' -> (byte) '\t';
                case 's' -> (byte) ' ';
                case 'x' -> (byte) Integer.parseInt(escape.substring(1), 16);
                default -> (byte) escape.charAt(0);
            }
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
