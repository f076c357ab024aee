package io.github.domojvm.internal.parts;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that may still go into one part or the next. Its bytes are in the block being read, and here where it has
 * left that.
 */
final class OpenRecord {
    private final BlockCompressor compressor;
    private final NamesMatcher names;
    private @Nullable PartBuilder blocks;
    private boolean used;

    OpenRecord(BlockCompressor compressor, List<String> names) {
        this.compressor = compressor;
        this.names = new NamesMatcher(names);
    }

    /** Accepts the next bytes of the record; the block belongs to the compressor from here on. */
    void addBlock(byte[] block, int from, int to) throws IOException {
        used = true;
        names.read(block, from, to);
        PartBuilder target = blocks == null ? new PartBuilder(compressor) : blocks;
        target.addBlock(block, from, to);
        blocks = target;
    }

    /** Bytes in blocks handed over. */
    long bytesAdded() {
        return blocks == null ? 0 : blocks.rawBytes();
    }

    /** Returns whether the record, of which these are the last bytes, holds the names. */
    boolean holdsNames(byte[] block, int from, int to) {
        used = true;
        names.read(block, from, to);
        return names.matches();
    }

    /** Returns whether there is anything to move or forget. Most records end without having been looked at. */
    boolean isUsed() {
        return used;
    }

    /** Adds the blocks to a part, and starts over with another record. */
    void moveTo(PartBuilder part) {
        if (blocks != null) {
            part.append(blocks);
        }
        blocks = null;
        used = false;
        names.startRecord();
    }
}
