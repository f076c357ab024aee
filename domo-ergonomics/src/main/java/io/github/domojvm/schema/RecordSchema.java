package io.github.domojvm.schema;

import io.github.domojvm.internal.RecordAnnotations;
import io.github.domojvm.rest.model.ColumnType;
import io.github.domojvm.rest.model.Schema;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.UUID;

/** Converts a record class to a schema with one column per component, in the same order. */
final class RecordSchema {
    private static final Map<Class<?>, ColumnType> TYPES = Map.ofEntries(
            Map.entry(long.class, ColumnType.LONG),
            Map.entry(Long.class, ColumnType.LONG),
            Map.entry(int.class, ColumnType.LONG),
            Map.entry(Integer.class, ColumnType.LONG),
            Map.entry(short.class, ColumnType.LONG),
            Map.entry(Short.class, ColumnType.LONG),
            Map.entry(byte.class, ColumnType.LONG),
            Map.entry(Byte.class, ColumnType.LONG),
            Map.entry(double.class, ColumnType.DOUBLE),
            Map.entry(Double.class, ColumnType.DOUBLE),
            Map.entry(float.class, ColumnType.DOUBLE),
            Map.entry(Float.class, ColumnType.DOUBLE),
            Map.entry(BigDecimal.class, ColumnType.DECIMAL),
            Map.entry(LocalDate.class, ColumnType.DATE),
            Map.entry(LocalDateTime.class, ColumnType.DATETIME),
            Map.entry(Instant.class, ColumnType.DATETIME),
            Map.entry(OffsetDateTime.class, ColumnType.DATETIME),
            Map.entry(ZonedDateTime.class, ColumnType.DATETIME),
            Map.entry(String.class, ColumnType.STRING),
            Map.entry(char.class, ColumnType.STRING),
            Map.entry(Character.class, ColumnType.STRING),
            Map.entry(boolean.class, ColumnType.STRING),
            Map.entry(Boolean.class, ColumnType.STRING),
            Map.entry(UUID.class, ColumnType.STRING),
            Map.entry(BigInteger.class, ColumnType.STRING));

    private RecordSchema() {}

    static Schema from(Class<? extends Record> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null || components.length == 0) {
            throw new IllegalArgumentException(
                    "The record " + type.getName() + " has no components. A schema needs at least one column.");
        }
        SchemaBuilder schema = SchemaBuilder.builder();
        for (RecordComponent component : components) {
            schema.column(nameOf(component), typeOf(component));
        }
        return schema.build();
    }

    private static String nameOf(RecordComponent component) {
        return RecordAnnotations.find(component, ColumnName.class)
                .map(ColumnName::value)
                .orElseGet(component::getName);
    }

    private static ColumnType typeOf(RecordComponent component) {
        Class<?> type = component.getType();
        ColumnType column = type.isEnum() ? ColumnType.STRING : TYPES.get(type);
        if (column == null) {
            throw new IllegalArgumentException("The component " + component.getName() + " of "
                    + component.getDeclaringRecord().getName() + " has the type " + type.getName()
                    + ", which no column can store. Use a number, text, date or time class, or use RowFormat.of with a"
                    + " schema and a row function.");
        }
        return column;
    }
}
