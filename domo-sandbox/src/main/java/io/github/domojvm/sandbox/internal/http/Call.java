package io.github.domojvm.sandbox.internal.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** A request, as passed to the resources. */
public final class Call {
    /** Matches gzip without a weight or with a weight other than zero. */
    private static final Pattern GZIP = Pattern.compile("gzip(\\s*;\\s*q=(?!0(\\.0*)?$).+)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern JSON = Pattern.compile("application/(.+\\+)?json\\s*(;.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern CSV =
            Pattern.compile("(text/csv|text/\\*|\\*/\\*)\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

    private final Request request;
    private final String method;
    private final String path;
    private final InputStream body;
    private List<String> variables = List.of();

    public Call(Request request) {
        this(
                request,
                request.getMethod(),
                withoutTrailingSlash(
                        Objects.requireNonNullElse(request.getHttpURI().getDecodedPath(), "/")),
                new RequestBody(Content.Source.asInputStream(request)));
    }

    private Call(Request request, String method, String path, InputStream body) {
        this.request = request;
        this.method = method;
        this.path = path;
        this.body = body;
    }

    /** Returns a call with the same headers, another method and path, and no body. */
    public Call of(String otherMethod, String otherPath) {
        return new Call(request, otherMethod, otherPath, InputStream.nullInputStream());
    }

    /** Returns the same call with a body that has been read. */
    public Call withBody(byte[] bytes) {
        return new Call(request, method, path, new ByteArrayInputStream(bytes));
    }

    public String method() {
        return method;
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

    /** Returns whether the client accepts only CSV. Domo cannot render an error for such a client. */
    public boolean acceptsOnlyCsv() {
        String accept = header("Accept");
        return accept != null
                && Arrays.stream(accept.split(","))
                        .allMatch(type -> type.strip().startsWith("text/csv"));
    }

    /** Returns whether the client accepts CSV. A request without the header accepts everything. */
    public boolean acceptsCsv() {
        String accept = header("Accept");
        return accept == null
                || Arrays.stream(accept.split(","))
                        .anyMatch(type -> CSV.matcher(type.strip()).matches());
    }

    /** Returns whether the client explicitly accepts gzip. */
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
        return Json.object(jsonBody());
    }

    public ArrayNode jsonArray() throws IOException {
        return Json.array(jsonBody());
    }

    /** Returns the body. Rejects one that its header declares as something other than JSON. */
    private InputStream jsonBody() throws IOException {
        PushbackInputStream peeked = new PushbackInputStream(body);
        int first = peeked.read();
        if (first >= 0) {
            peeked.unread(first);
            String type = header("Content-Type");
            if (type != null && !JSON.matcher(type).matches()) {
                throw ApiException.unsupportedContentType(type, "application/json");
            }
        }
        return peeked;
    }

    /** Returns the base URL of this sandbox as the client sent it. */
    public String base() {
        return request.getHttpURI().getScheme() + "://" + request.getHttpURI().getAuthority();
    }

    public void variables(List<String> values) {
        variables = values;
    }

    /** Returns the text of a path variable, counted from 0. */
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

    /** Reads the rest of the body. A client that is still sending would see a reset instead of the response. */
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

    /** The request body. Distinguishes a connection closed by the client from truncated gzip data. */
    private static final class RequestBody extends FilterInputStream {
        RequestBody(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return super.read(buffer, offset, length);
            } catch (EofException e) {
                throw new IOException("The client closed the connection", e);
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        /** Stays open, because the rest must still be drained. */
        @Override
        public void close() {}
    }
}
