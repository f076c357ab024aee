package io.github.domojvm.benchmarks.sink;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A part as it was received.
 *
 * @param body the bytes of the request
 * @param gzip whether they are compressed
 */
record StoredPart(Body body, boolean gzip) {
    private static final int BUFFER_BYTES = 256 * 1024;
    /** Clients write no optional fields into the gzip header. */
    private static final int GZIP_HEADER_BYTES = 10;

    /** Adds the records of the part to a check. */
    void addTo(RecordCheck check) {
        Iterator<ByteBuffer> content = body.content().iterator();
        if (gzip) {
            inflate(content, check);
        } else {
            content.forEachRemaining(check::add);
        }
        check.endOfPart();
    }

    private static void inflate(Iterator<ByteBuffer> content, RecordCheck check) {
        ByteBuffer out = ByteBuffer.allocate(BUFFER_BYTES);
        Inflater inflater = new Inflater(true);
        try {
            ByteBuffer in = content.next();
            in.position(GZIP_HEADER_BYTES);
            inflater.setInput(in);
            while (!inflater.finished()) {
                out.clear();
                inflater.inflate(out);
                out.flip();
                check.add(out);
                if (inflater.needsInput() && content.hasNext()) {
                    inflater.setInput(content.next());
                }
            }
        } catch (DataFormatException e) {
            check.fault("a part is not gzip: " + e.getMessage());
        } finally {
            inflater.end();
        }
    }
}
