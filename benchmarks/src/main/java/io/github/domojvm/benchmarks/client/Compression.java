package io.github.domojvm.benchmarks.client;

import io.github.domojvm.stream.UploadRequest;

/** The compression of an upload, by its name in the results: {@code off}, a level, or {@code adaptive}. */
public final class Compression {
    /** The name of the compression that depends on the line. */
    public static final String ADAPTIVE = "adaptive";

    private static final String OFF = "off";

    private final String name;

    private Compression(String name) {
        this.name = name;
    }

    static Compression parse(String name) {
        return new Compression(name);
    }

    void apply(UploadRequest.Builder request) {
        switch (name) {
            case OFF -> request.uncompressed();
            case ADAPTIVE -> request.adaptiveGzip();
            default -> request.gzipLevel(Integer.parseInt(name));
        }
    }
}
