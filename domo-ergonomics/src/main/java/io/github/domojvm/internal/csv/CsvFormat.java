package io.github.domojvm.internal.csv;

import java.nio.charset.Charset;
import java.util.Set;

/**
 * How CSV is written.
 *
 * @param charset the charset; a byte order mark is dropped
 * @param separator the character between fields
 * @param quote the character around a quoted field
 * @param nulls the unquoted fields that represent null; a quoted field never does
 */
record CsvFormat(Charset charset, char separator, char quote, Set<String> nulls) {}
