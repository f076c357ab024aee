package io.github.domojvm.sandbox.internal.query;

import io.github.domojvm.sandbox.internal.rows.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a query: numbers as numbers, all else as text. */
public record QueryResult(List<Column> columns, List<List<@Nullable Object>> rows, boolean fromCache) {}
