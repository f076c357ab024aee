package io.github.domojvm.sandbox.internal.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** One request as the resources see it. */
public final class Call {
    /** With a weight that is not zero, or without one. */
    private static final Pattern GZIP = Pattern.compile("gzip(\\s*;\\s*q=(?!0(\\.0*)?$).+)?", Pattern.CASE_INSENSITIVE);

    private final Request request;
    private final String path;
    private final InputStream body;
    private List<String> variables = List.of();

    public Call(Request request) {
        this.request = request;
        this.path = withoutTrailingSlash(
                Objects.requireNonNullElse(request.getHttpURI().getDecodedPath(), "/"));
        this.body = new CallerBody(Content.Source.asInputStream(request));
    }

    public String method() {
        return request.getMethod();
    }

    public String path() {
        return path;
    }

    public String query() {
        return Objects.requireNonNullElse(request.getHttpURI().getQuery(), "");
    }

    public Params params() {
        return Params.parse(query());
    }

    @Nullable
    public String header(String name) {
        return request.getHeaders().get(name);
    }

    /** Says whether the caller takes CSV and nothing else, so that Domo cannot render an error for it. */
    public boolean acceptsOnlyCsv() {
        String accept = header("Accept");
        return accept != null
                && Arrays.stream(accept.split(","))
                        .allMatch(type -> type.strip().startsWith("text/csv"));
    }

    /** Says whether the caller names gzip as a coding that it takes. */
    public boolean acceptsGzip() {
        String accepted = header("Accept-Encoding");
        return accepted != null
                && Arrays.stream(accepted.split(","))
                        .anyMatch(coding -> GZIP.matcher(coding.strip()).matches());
    }

    public InputStream body() {
        return body;
    }

    public ObjectNode json() throws IOException {
        return Json.object(body);
    }

    public ArrayNode jsonArray() throws IOException {
        return Json.array(body);
    }

    /** Address of this sandbox as the caller wrote it. */
    public String base() {
        return request.getHttpURI().getScheme() + "://" + request.getHttpURI().getAuthority();
    }

    public void variables(List<String> values) {
        variables = values;
    }

    /** Gives the text of an open segment of the route, counted from 0. */
    public String variable(int index) {
        return variables.get(index);
    }

    public long number(int index) {
        String text = variables.get(index);
        try {
            long number = Long.parseLong(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw ApiException.badRequest("Not a number in the path: '" + text + "'");
        }
        throw ApiException.badRequest("Negative number in the path: " + text);
    }

    /** Reads what is left of the body: a caller that is still sending would see a reset in place of the answer. */
    public void drain() throws IOException {
        byte[] buffer = new byte[8192];
        int count = 0;
        while (count >= 0) {
            count = body.read(buffer);
        }
    }

    private static String withoutTrailingSlash(String path) {
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    /** The body as it comes in; keeps a caller that hung up apart from gzip data that ends too early. */
    private static final class CallerBody extends FilterInputStream {
        CallerBody(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return super.read(buffer, offset, length);
            } catch (EofException e) {
                throw new IOException("The caller hung up", e);
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        /** Stays open: what is left must still be drained. */
        @Override
        public void close() {}
    }
}
