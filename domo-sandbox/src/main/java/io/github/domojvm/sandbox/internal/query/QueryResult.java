package io.github.domojvm.sandbox.internal.query;

import io.github.domojvm.sandbox.internal.rows.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of a query. Numbers are numbers; all other values are text. */
public record QueryResult(List<Column> columns, List<List<@Nullable Object>> rows, boolean fromCache) {}
