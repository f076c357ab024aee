package io.github.domojvm.internal.parts;

import java.util.concurrent.CompletableFuture;

/**
 * A part that has been cut and whose blocks may still be compressed.
 *
 * @param number the position in the input, from 1
 * @param firstLine the physical line of the source on which the first record starts
 * @param records the number of records
 * @param rawBytes the size before compression
 * @param ready completes with the part, or fails if a block could not be compressed or the cutter was closed. Stages
 *     that are attached without an executor run on a compression thread and must not block
 */
public record PendingPart(int number, long firstLine, long records, long rawBytes, CompletableFuture<Part> ready) {}
