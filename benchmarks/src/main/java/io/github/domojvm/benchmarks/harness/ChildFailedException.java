package io.github.domojvm.benchmarks.harness;

/** Thrown if a measured program fails. */
public final class ChildFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ChildFailedException(String message) {
        super(message);
    }
}
