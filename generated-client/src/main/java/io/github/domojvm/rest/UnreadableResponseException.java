package io.github.domojvm.rest;

import java.io.IOException;
import okhttp3.MediaType;
import org.jspecify.annotations.Nullable;

/** An answer arrived whole and is not the JSON that the spec promises, such as a proxy's or a maintenance page. */
public final class UnreadableResponseException extends IOException {
    static final int MAX_EXCERPT_BYTES = 4096;

    private static final long serialVersionUID = 1L;

    /** What the answer called itself. */
    private final String contentType;

    /** How its body begins. */
    private final String excerpt;

    UnreadableResponseException(
            @Nullable MediaType contentType, String excerpt, @Nullable String reason, @Nullable Throwable cause) {
        super(
                "The answer (" + (contentType == null ? "no content type" : contentType)
                        + ") is not the JSON that was promised: " + reason,
                cause);
        this.contentType = contentType == null ? "" : contentType.toString();
        this.excerpt = excerpt;
    }

    /**
     * Returns the media type that the answer named.
     *
     * @return the media type, empty when there was none
     */
    public String contentType() {
        return contentType;
    }

    /**
     * Returns how the body begins, uncleaned.
     *
     * @return at most 4,096 bytes of it as text
     */
    public String excerpt() {
        return excerpt;
    }
}
