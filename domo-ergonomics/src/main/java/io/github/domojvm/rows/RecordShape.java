package io.github.domojvm.rows;

import io.github.domojvm.internal.RecordAnnotations;
import io.github.domojvm.schema.ColumnName;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The structure of a record class: its columns, a reader for each component, and its constructor. */
final class RecordShape<R extends Record> {
    /** Allows exact invocations, which do not adapt arguments again and again. */
    private static final MethodType ANY_TO_ANY = MethodType.methodType(Object.class, Object.class);

    private final Class<R> type;
    private final List<RecordComponent> components;
    private final List<MethodHandle> readers = new ArrayList<>();
    private final MethodHandle constructor;

    private RecordShape(Class<R> type, List<RecordComponent> components)
            throws IllegalAccessException, NoSuchMethodException {
        this.type = type;
        this.components = components;
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        for (RecordComponent component : components) {
            component.getAccessor().setAccessible(true);
            readers.add(lookup.unreflect(component.getAccessor()).asType(ANY_TO_ANY));
        }
        var declared = type.getDeclaredConstructor(
                components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
        declared.setAccessible(true);
        constructor = lookup.unreflectConstructor(declared)
                .asSpreader(Object[].class, components.size())
                .asType(ANY_TO_ANY);
    }

    static <R extends Record> RecordShape<R> of(Class<R> type) {
        try {
            return new RecordShape<>(type, List.of(type.getRecordComponents()));
        } catch (InaccessibleObjectException e) {
            throw new IllegalArgumentException(
                    "The record " + type.getName() + " cannot be used for rows: its package is not open. Add \"opens "
                            + type.getPackageName() + " to "
                            + RecordShape.class.getModule().getName() + ";\" to the module-info of the module "
                            + type.getModule().getName() + ".",
                    e);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IllegalArgumentException(
                    "The record " + type.getName() + " cannot be used for rows: " + e.getMessage()
                            + ". Make the record and its package accessible.",
                    e);
        }
    }

    List<String> columns() {
        return components.stream().map(RecordShape::column).toList();
    }

    private static String column(RecordComponent component) {
        return RecordAnnotations.find(component, ColumnName.class)
                .map(ColumnName::value)
                .orElseGet(component::getName);
    }

    Class<?> type(int component) {
        return components.get(component).getType();
    }

    List<@Nullable Object> values(R row) {
        List<@Nullable Object> values = new ArrayList<>(readers.size());
        for (MethodHandle reader : readers) {
            values.add(invoke(reader, row));
        }
        return values;
    }

    R newInstance(@Nullable Object[] values) {
        return type.cast(Objects.requireNonNull(invoke(constructor, (Object) values)));
    }

    @Override
    public String toString() {
        return type.getName();
    }

    private @Nullable Object invoke(MethodHandle handle, Object argument) {
        try {
            return (Object) handle.invokeExact(argument);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalArgumentException(type.getName() + " failed", e);
        }
    }
}
