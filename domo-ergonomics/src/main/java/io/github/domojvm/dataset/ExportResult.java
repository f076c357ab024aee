package io.github.domojvm.dataset;

import java.nio.file.Path;

/**
 * An export that is complete.
 *
 * @param target the file
 * @param bytes its size in bytes
 * @param rows how many rows it holds, a header line not counted
 */
public record ExportResult(Path target, long bytes, long rows) {}
