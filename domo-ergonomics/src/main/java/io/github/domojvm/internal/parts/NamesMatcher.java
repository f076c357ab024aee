package io.github.domojvm.internal.parts;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Compares a well-formed record with column names byte by byte, so that memory does not depend on the length of the
 * record. Quotes and white space around a name are ignored, as in {@code ColumnNames}.
 */
final class NamesMatcher {
    private static final int FIELD_START = 0;
    private static final int BARE = 1;
    private static final int QUOTED = 2;
    private static final int QUOTE_IN_QUOTED = 3;
    private static final int DIFFERENT = 4;
    private static final int EQUAL = 5;

    private final List<byte[]> names;
    private int state;
    private int field;
    /** The number of bytes of the field's name that have matched. */
    private int found;

    /** Creates a matcher. An empty list of names matches no record. */
    NamesMatcher(List<String> names) {
        this.names = names.stream()
                .map(name -> name.trim().getBytes(StandardCharsets.UTF_8))
                .toList();
        startRecord();
    }

    void startRecord() {
        state = names.isEmpty() ? DIFFERENT : FIELD_START;
        field = 0;
        found = 0;
    }

    /** Reads the next bytes of the record. Bytes after the end of the record have no effect. */
    void read(byte[] bytes, int from, int to) {
        for (int i = from; i < to && state < DIFFERENT; i++) {
            state = next(bytes[i]);
        }
    }

    /** Returns whether the record was read completely and contains the names. */
    boolean matches() {
        return state == EQUAL;
    }

    private int next(byte c) {
        if (state == QUOTED) {
            return c == '"' ? QUOTE_IN_QUOTED : text(c, QUOTED);
        }
        if (c == '"') {
            return state == FIELD_START ? QUOTED : text(c, QUOTED);
        }
        if (c == ',') {
            return nextField();
        }
        if (c == '\n') {
            return nameFound() && field == names.size() - 1 ? EQUAL : DIFFERENT;
        }
        // The carriage return of a line end counts as white space after the name.
        return text(c, BARE);
    }

    private int text(byte c, int sameField) {
        byte[] name = names.get(field);
        if (found < name.length && c == name[found]) {
            found++;
            return sameField;
        }
        boolean blank = c >= 0 && c <= ' ';
        return blank && (found == 0 || found == name.length) ? sameField : DIFFERENT;
    }

    private int nextField() {
        if (!nameFound() || field == names.size() - 1) {
            return DIFFERENT;
        }
        field++;
        found = 0;
        return FIELD_START;
    }

    private boolean nameFound() {
        return found == names.get(field).length;
    }
}
