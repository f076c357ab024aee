package io.github.domojvm.sandbox.internal.rows;

/**
 * A column of the schema of a DataSet.
 *
 * @param name column name
 * @param type type of its values
 */
public record Column(String name, ColumnType type) {}
