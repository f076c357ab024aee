package io.github.domojvm.project;

import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.internal.Args;
import java.io.IOException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;

/** A file to attach to a task, with name, media type and content. The content is held in memory. Immutable. */
public final class AttachmentFile {
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final String name;
    private final RequestBody content;

    private AttachmentFile(String name, RequestBody content) {
        this.name = name;
        this.content = content;
    }

    /**
     * Creates a file from its content.
     *
     * @param name the name that the attachment will have, such as {@code permit.pdf}
     * @param mediaType the media type, such as {@code application/pdf}
     * @param content the bytes
     * @return the file
     * @throws IllegalArgumentException if the name is blank or the media type is invalid
     */
    public static AttachmentFile of(String name, String mediaType, byte[] content) {
        Args.notBlank("name", name);
        Args.notNull("content", content);
        MediaType type = MediaType.parse(Args.notBlank("mediaType", mediaType));
        if (type == null) {
            throw new IllegalArgumentException("mediaType must be a media type such as text/plain: " + mediaType);
        }
        return new AttachmentFile(name, RequestBody.create(content.clone(), type));
    }

    /**
     * Reads a file. The media type is derived from the file extension; it is {@code application/octet-stream} if the
     * extension is unknown.
     *
     * @param file the file
     * @return the file with its own name
     * @throws DomoIoException if it cannot be read
     */
    public static AttachmentFile fromFile(Path file) {
        try {
            String name = file.toAbsolutePath().getFileName().toString();
            String type = URLConnection.guessContentTypeFromName(name);
            return of(name, Objects.requireNonNullElse(type, UNKNOWN_TYPE), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new DomoIoException(
                    "The file " + file + " was not attached. It cannot be read: " + e
                            + ". Nothing was sent. Check that it exists and is readable.",
                    true,
                    e);
        }
    }

    MultipartBody.Part part() {
        // The name that domo-java-sdk uses; Domo's reference does not state one.
        return MultipartBody.Part.createFormData("file", name, content);
    }
}
