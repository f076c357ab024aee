package io.github.domojvm.sandbox.internal.rows;

/**
 * A column of a DataSet schema.
 *
 * @param name column name
 * @param type type of its values
 */
public record Column(String name, ColumnType type) {}
