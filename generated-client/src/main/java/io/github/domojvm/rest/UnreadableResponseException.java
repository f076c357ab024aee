package io.github.domojvm.rest;

import java.io.IOException;
import okhttp3.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * A response was received completely but is not the documented JSON, for example a page of a proxy or a maintenance
 * page.
 */
public final class UnreadableResponseException extends IOException {
    static final int MAX_EXCERPT_BYTES = 4096;

    private static final long serialVersionUID = 1L;

    /** The media type of the response. */
    private final String contentType;

    /** The beginning of the body. */
    private final String excerpt;

    UnreadableResponseException(
            @Nullable MediaType contentType, String excerpt, @Nullable String reason, @Nullable Throwable cause) {
        super(
                "The response (" + (contentType == null ? "no content type" : contentType)
                        + ") is not the documented JSON: " + reason,
                cause);
        this.contentType = contentType == null ? "" : contentType.toString();
        this.excerpt = excerpt;
    }

    /**
     * Returns the media type of the response.
     *
     * @return the media type, empty if there is none
     */
    public String contentType() {
        return contentType;
    }

    /**
     * Returns the beginning of the body, unmodified.
     *
     * @return at most 4,096 bytes of it as text
     */
    public String excerpt() {
        return excerpt;
    }
}
