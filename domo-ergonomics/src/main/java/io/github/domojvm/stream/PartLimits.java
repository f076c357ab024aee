package io.github.domojvm.stream;

/**
 * The limits at which parts are cut. A resumed upload uses those of the earlier run, so that its parts are the same.
 *
 * @param rows the maximum number of rows of a part
 * @param bytes the maximum number of bytes of a part, before compression
 * @param rowBytes the maximum number of bytes of a row
 */
record PartLimits(long rows, long bytes, int rowBytes) {
    private static final long MAX_ROW_BYTES = 16L << 20;

    static PartLimits of(UploadSettings settings) {
        long share = settings.memoryBudgetBytes / settings.parallelism;
        return new PartLimits(
                settings.partRows, Math.min(settings.partBytes, share), (int) Math.min(MAX_ROW_BYTES, share));
    }
}
