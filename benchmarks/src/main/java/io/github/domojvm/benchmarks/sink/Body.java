package io.github.domojvm.benchmarks.sink;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The bytes of a request, in slabs. */
final class Body {
    private final Slabs slabs;
    private final List<ByteBuffer> content = new ArrayList<>();
    private long length;

    Body(Slabs slabs) {
        this.slabs = slabs;
    }

    /** Returns a buffer with room for the next bytes. */
    ByteBuffer room() {
        ByteBuffer last = content.isEmpty() ? null : content.get(content.size() - 1);
        if (last == null || !last.hasRemaining()) {
            last = slabs.take();
            content.add(last);
        }
        return last;
    }

    /** Counts bytes that were written to the room. */
    void written(long bytes) {
        length += bytes;
    }

    void append(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            ByteBuffer room = room();
            int count = Math.min(room.remaining(), bytes.remaining());
            room.put(bytes.slice(bytes.position(), count));
            bytes.position(bytes.position() + count);
            written(count);
        }
    }

    long length() {
        return length;
    }

    /** Returns the content as readable buffers. */
    List<ByteBuffer> content() {
        return content.stream().map(slab -> slab.duplicate().flip()).toList();
    }

    void release() {
        slabs.release(content);
        content.clear();
    }
}
