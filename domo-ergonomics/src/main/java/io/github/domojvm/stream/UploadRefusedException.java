package io.github.domojvm.stream;

/**
 * An upload that must not go on, said in a sentence that tells what to do; it reaches the caller in an UploadException.
 */
final class UploadRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UploadRefusedException(String message) {
        super(message);
    }

    UploadRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
