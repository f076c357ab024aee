package io.github.domojvm.sandbox.internal.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Attributes;
import org.jspecify.annotations.Nullable;

/** A file in a {@code multipart/form-data} body. It is read into memory, so its size is limited. */
public final class FilePart {
    private static final int MAX_BODY = 20 * 1024 * 1024;
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final String fileName;
    private final String mimeType;
    private final byte[] bytes;

    private FilePart(MultiPart.Part part, byte[] bytes) {
        this.fileName = Objects.requireNonNullElse(part.getFileName(), part.getName());
        this.mimeType = Objects.requireNonNullElse(part.getHeaders().get(HttpHeader.CONTENT_TYPE), UNKNOWN_TYPE);
        this.bytes = bytes;
    }

    public String fileName() {
        return fileName;
    }

    public String mimeType() {
        return mimeType;
    }

    public ApiResponse download() {
        return ApiResponse.bytes(200, mimeType, bytes)
                .with(
                        "Content-Disposition",
                        "attachment; filename=\"" + fileName.replaceAll("[\\p{Cntrl}\"\\\\]", "_") + "\"");
    }

    /** Reads the body of a call and returns the part with the given name. */
    public static FilePart read(Call call, String name) throws IOException {
        String type = formType(call.header("Content-Type"));
        byte[] body = call.body().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            throw ApiException.standard(413, "Multipart body is larger than " + MAX_BODY + " bytes");
        }
        MultiPartConfig inMemory = new MultiPartConfig.Builder()
                .maxSize(MAX_BODY)
                .maxPartSize(MAX_BODY)
                .maxMemoryPartSize(MAX_BODY)
                .build();
        try (MultiPartFormData.Parts parts = MultiPartFormData.getParts(
                Content.Source.from(new ByteArrayInputStream(body)), new Attributes.Mapped(), type, inMemory)) {
            MultiPart.Part part = parts.getFirst(name);
            if (part == null) {
                throw ApiException.badRequest("Required part '" + name + "' is not present");
            }
            try (InputStream content = Content.Source.asInputStream(part.getContentSource())) {
                return new FilePart(part, content.readAllBytes());
            }
        } catch (CompletionException e) {
            throw ApiException.badRequest("Malformed multipart body: " + e.getCause());
        }
    }

    private static String formType(@Nullable String contentType) {
        if (contentType == null || !contentType.startsWith("multipart/form-data")) {
            throw ApiException.standard(415, "Content type '" + contentType + "' not supported");
        }
        if (MultiPart.extractBoundary(contentType) == null) {
            throw ApiException.badRequest("Content-Type has no boundary: '" + contentType + "'");
        }
        return contentType;
    }
}
