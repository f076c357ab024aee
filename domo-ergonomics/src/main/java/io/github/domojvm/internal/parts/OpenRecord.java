package io.github.domojvm.internal.parts;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that may be added to the current part or the next one. Its bytes are in the block being read or, if it is
 * larger, in the blocks that were added here.
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

    /** Adds the next bytes of the record, compressed at a level. The caller must not use the block afterwards. */
    void addBlock(byte[] block, int from, int to, int level) throws IOException {
        used = true;
        names.read(block, from, to);
        PartBuilder target = blocks == null ? new PartBuilder(compressor, () -> level) : blocks;
        target.addBlock(block, from, to);
        blocks = target;
    }

    /** Returns the number of bytes in the added blocks. */
    long bytesAdded() {
        return blocks == null ? 0 : blocks.rawBytes();
    }

    /** Returns whether the record, which ends with these bytes, contains the names. */
    boolean holdsNames(byte[] block, int from, int to) {
        used = true;
        names.read(block, from, to);
        return names.matches();
    }

    /** Returns whether the record has state to move or reset. Most records end without any. */
    boolean isUsed() {
        return used;
    }

    /** Moves the blocks to a part, and resets this object for another record. */
    void moveTo(PartBuilder part) {
        if (blocks != null) {
            part.append(blocks);
        }
        blocks = null;
        used = false;
        names.startRecord();
    }
}
