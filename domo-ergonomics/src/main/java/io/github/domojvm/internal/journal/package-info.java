/**
 * Append-only files of checksummed records that survive a crash of the process. The package defines the file format and
 * not the meaning of the records.
 *
 * <p>A file is text, one record a line, after a line with the version of the format:
 *
 * <pre>
 * domo-upload-journal 1
 * 1 upload file=sales%20of%20May.csv bytes=52428800 #8a3bd1f0
 * 2 part number=1 rows=20000 #50c1f7ae
 * </pre>
 *
 * <p>A record starts with its number in the file, from 1, and ends with the CRC-32C of the bytes before {@code " #"} in
 * hexadecimal digits, so that changed, removed, swapped and duplicated lines are detected. Values are UTF-8;
 * {@code %XX} and {@code %uXXXX} represent UTF-16 units that would be ambiguous or invisible.
 *
 * <p>A killed process may leave the first part of a write, up to a multiple of the page size. An appended record is
 * therefore written in one call and is never on both sides of a multiple of 4096 bytes: a line of spaces fills the rest
 * of a page that is too short for it.
 *
 * <p>Entry class: {@link io.github.domojvm.internal.journal.JournalFile}.
 */
@NullMarked
package io.github.domojvm.internal.journal;

import org.jspecify.annotations.NullMarked;
