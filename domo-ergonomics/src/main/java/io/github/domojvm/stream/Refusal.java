package io.github.domojvm.stream;

/** An upload that must not go on, said in a sentence that tells what to do; it reaches the caller in an UploadException. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }

    Refusal(String message, Throwable cause) {
        super(message, cause);
    }
}
