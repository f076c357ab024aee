/**
 * Uploads of a CSV source into a Stream, in parts, at once and exactly once. {@link
 * io.github.domojvm.upload.UploadRequest} says what to upload; {@code Streams.upload} starts it.
 */
@NullMarked
package io.github.domojvm.upload;

import org.jspecify.annotations.NullMarked;
