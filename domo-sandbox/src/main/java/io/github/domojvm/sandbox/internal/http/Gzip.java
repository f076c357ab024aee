package io.github.domojvm.sandbox.internal.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Compresses responses and decompresses requests. Requests are detected by their first bytes, because SDKs of Domo send
 * gzip with different headers or with none.
 */
public final class Gzip {
    private static final int BUFFER = 64 * 1024;

    private Gzip() {}

    /** Returns the decompressed bytes of a body, which may be compressed or not. */
    public static InputStream decompress(InputStream body) throws IOException {
        PushbackInputStream peeked = peekable(body);
        return isGzip(peeked) ? new GZIPInputStream(new MultiMember(peeked), BUFFER) : peeked;
    }

    /** Writes a compressed body. Optimizes for speed rather than size. */
    static void compress(ApiResponse.Body body, OutputStream out) throws IOException {
        GZIPOutputStream compressed = new GZIPOutputStream(out, BUFFER) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        };
        try (compressed) {
            body.writeTo(compressed);
        }
    }

    public static PushbackInputStream peekable(InputStream body) {
        return new PushbackInputStream(body, 2);
    }

    /** Returns whether gzip data follows. */
    public static boolean isGzip(PushbackInputStream body) throws IOException {
        byte[] magic = body.readNBytes(2);
        body.unread(magic);
        return magic.length == 2 && magic[0] == 0x1f && (magic[1] & 0xff) == 0x8b;
    }

    /** GZIPInputStream reads a further member only if bytes are available, which a network stream may not report. */
    private static final class MultiMember extends FilterInputStream {
        MultiMember(InputStream in) {
            super(in);
        }

        @Override
        public int available() throws IOException {
            return Math.max(1, super.available());
        }
    }
}
