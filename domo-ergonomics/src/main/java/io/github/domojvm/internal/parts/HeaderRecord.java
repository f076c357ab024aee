package io.github.domojvm.internal.parts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Parses the fields of one record that the scanner has already validated. */
final class HeaderRecord {
    private HeaderRecord() {}

    static List<String> fields(byte[] record) {
        String text = new String(record, StandardCharsets.UTF_8);
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                // The second quote of a pair represents a quote. The first one was treated as the end of the field.
                if (!quoted && i > 0 && text.charAt(i - 1) == '"') {
                    field.append(c);
                }
                quoted = !quoted;
            } else if (!quoted && c == ',') {
                fields.add(field.toString());
                field.setLength(0);
            } else if (quoted || (c != '\r' && c != '\n')) {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return List.copyOf(fields);
    }
}
