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
 * Packs answers; tells gzip in requests by its first bytes: SDKs of Domo send it under several headers, and under none.
 */
public final class Gzip {
    private static final int BUFFER = 64 * 1024;

    private Gzip() {}

    /** Gives the plain bytes of a body, compressed or not. */
    public static InputStream plain(InputStream body) throws IOException {
        PushbackInputStream peeked = peekable(body);
        return leads(peeked) ? new GZIPInputStream(new MoreToCome(peeked), BUFFER) : peeked;
    }

    /** Writes a body compressed, with more regard for time than for size. */
    static void pack(ApiResponse.Body body, OutputStream out) throws IOException {
        GZIPOutputStream packed = new GZIPOutputStream(out, BUFFER) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        };
        try (packed) {
            body.writeTo(packed);
        }
    }

    public static PushbackInputStream peekable(InputStream body) {
        return new PushbackInputStream(body, 2);
    }

    /** Says whether compressed data comes next. */
    public static boolean leads(PushbackInputStream body) throws IOException {
        byte[] magic = body.readNBytes(2);
        body.unread(magic);
        return magic.length == 2 && magic[0] == 0x1f && (magic[1] & 0xff) == 0x8b;
    }

    /** GZIPInputStream looks for a further member only when bytes are available, which a network stream may deny. */
    private static final class MoreToCome extends FilterInputStream {
        MoreToCome(InputStream in) {
            super(in);
        }

        @Override
        public int available() throws IOException {
            return Math.max(1, super.available());
        }
    }
}
