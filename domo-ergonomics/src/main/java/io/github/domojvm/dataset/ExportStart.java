package io.github.domojvm.dataset;

import io.github.domojvm.error.CsvException;
import io.github.domojvm.internal.call.UnusableBodyException;
import io.github.domojvm.internal.csv.CsvRecords;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks by the first bytes of a response whether it is an export. With a header line, it must match the columns.
 * Without one, a first cell may look like HTML or JSON, so only text that cannot be CSV or that starts an HTML page is
 * rejected.
 */
final class ExportStart {
    /** Domo sends {@code text/csv} (Domo docs, DataSet API). Object stores and gateways may send the others. */
    private static final Set<String> TYPES = Set.of("", "text/csv", "application/csv", "application/octet-stream");

    private static final Pattern PAGE =
            Pattern.compile("(?is)\\s*(<!--.*?-->\\s*|<\\?.*?\\?>\\s*)*<(!doctype\\s+html|html|head|body)\\b.*");

    /** A quote inside an unquoted field, which is invalid in CSV. */
    private static final Pattern QUOTE_IN_MARKUP = Pattern.compile("(?s)\\s*<[^,\"\\n]*\".*");

    /** The same, also on a later line, or the name of a JSON member followed by a colon. */
    private static final Pattern QUOTE_IN_JSON =
            Pattern.compile("(?s)\\s*[\\[{]([^,\"\\n]*\"|[\\s\\[{]*([ \\t]\"|\"([^\"\\\\]|\\\\.){0,1000}\"\\s*:)).*");

    private final byte[] head;
    private final int begin;
    private final int length;
    private final boolean complete;

    /**
     * Creates a check.
     *
     * @param head the first bytes of the body
     * @param length the number of bytes
     * @param complete whether the body has no further bytes
     */
    ExportStart(byte[] head, int length, boolean complete) {
        this.head = head;
        this.length = length;
        this.complete = complete;
        this.begin = length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF ? 3 : 0;
    }

    /** Returns the number of bytes required to compare the header line: each byte of a name may be an escaped quote. */
    static int bytesOfHeader(List<String> columns) {
        return 16 + columns.stream().mapToInt(name -> 2 * utf8(name).length + 3).sum();
    }

    /** Returns the offset of the content after a byte order mark. */
    int begin() {
        return begin;
    }

    void check(@Nullable String contentType, List<String> columns, boolean header) throws UnusableBodyException {
        String text = new String(head, begin, length - begin, StandardCharsets.UTF_8);
        String type =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (TYPES.contains(type)) {
            if (header ? isHeader(columns) : !isForeign(text)) {
                return;
            }
            if (header && isTruncatedHeader(columns)) {
                throw UnusableBodyException.incomplete(
                        length == begin ? "it is empty, without a header line" : "it ends within the header line");
            }
        }
        if (PAGE.matcher(text).matches()) {
            throw UnusableBodyException.page(text);
        }
        if (!TYPES.contains(type)) {
            throw UnusableBodyException.foreign(
                    "the content type is " + type.substring(0, Math.min(type.length(), 80)) + ", not text/csv");
        }
        String first = text.stripLeading();
        if (first.startsWith("<") || first.startsWith("{") || first.startsWith("[")) {
            throw UnusableBodyException.foreign(
                    "the body is " + (first.startsWith("<") ? "markup" : "JSON") + ", not CSV");
        }
        throw UnusableBodyException.other("the first line does not match the columns of the DataSet, " + columns
                + ". If the schema was changed, export again.");
    }

    private static boolean isForeign(String text) {
        return PAGE.matcher(text).matches()
                || QUOTE_IN_MARKUP.matcher(text).matches()
                || QUOTE_IN_JSON.matcher(text).matches();
    }

    private boolean isHeader(List<String> columns) {
        int end = endOfFirstLine();
        if (end == begin) {
            return false;
        }
        ByteArrayInputStream line = new ByteArrayInputStream(head, begin, end - begin);
        try {
            CsvRecords records =
                    new CsvRecords("the header", line, StandardCharsets.UTF_8, ',', '"', Set.of(), columns.size());
            return records.hasNext() && records.names().equals(columns);
        } catch (CsvException e) {
            return false;
        }
    }

    private int endOfFirstLine() {
        boolean quoted = false;
        for (int i = begin; i < length; i++) {
            quoted ^= head[i] == '"';
            if (head[i] == '\n' && !quoted) {
                return i + 1;
            }
        }
        return complete ? length : begin;
    }

    /** Ignores quotes: whether Domo quotes names that do not need it is not documented. */
    private boolean isTruncatedHeader(List<String> columns) {
        byte[] expected = utf8(String.join(",", columns));
        String begun = new String(head, begin, length - begin, StandardCharsets.ISO_8859_1);
        return complete
                && new String(expected, StandardCharsets.ISO_8859_1)
                        .replace("\"", "")
                        .startsWith(begun.replace("\"", ""));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
