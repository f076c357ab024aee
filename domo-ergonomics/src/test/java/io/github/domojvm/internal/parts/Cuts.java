package io.github.domojvm.internal.parts;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;

/** Cuts complete inputs with blocks of any size. */
final class Cuts {
    private Cuts() {}

    static PartCutter cutter(InputStream in, PartOptions options, Executor executor, int blockSize) {
        return new PartCutter(
                in,
                options,
                executor,
                new BlockPool(options.parallelism() + 2, blockSize),
                new DeflaterPool(() -> new Deflater(1, true)));
    }

    static List<Part> cut(byte[] input, PartOptions options, int blockSize) throws IOException {
        try (PartCutter cutter = cutter(new ByteArrayInputStream(input), options, Runnable::run, blockSize)) {
            return drain(cutter);
        }
    }

    static List<Part> drain(PartCutter cutter) throws IOException {
        List<PendingPart> pending = new ArrayList<>();
        for (PendingPart part = cutter.next(); part != null; part = cutter.next()) {
            pending.add(part);
        }
        return pending.stream().map(part -> part.ready().join()).toList();
    }

    static byte[] content(Part part) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        part.writeTo(out);
        return out.toByteArray();
    }

    static byte[] raw(Part part) throws IOException {
        byte[] content = content(part);
        if (!part.gzip()) {
            return content;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return in.readAllBytes();
        }
    }

    static byte[] join(List<Part> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Part part : parts) {
            out.write(raw(part));
        }
        return out.toByteArray();
    }
}
