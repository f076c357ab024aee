package io.github.domojvm.internal.parts;

import java.util.concurrent.CompletableFuture;

/**
 * A part whose borders are fixed, while its blocks may still be compressed.
 *
 * @param number position in the input, the first part being 1
 * @param firstLine physical line of the source on which its first record starts
 * @param records number of records
 * @param rawBytes size before compression
 * @param ready completes with the part, or fails when a block could not be compressed or the cutter was closed. Stages
 *     that are attached without an executor run on a compressing thread and must not block
 */
public record PendingPart(int number, long firstLine, long records, long rawBytes, CompletableFuture<Part> ready) {}
