package io.github.domojvm.internal;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;

/** Annotations of the components of a record. */
public final class RecordAnnotations {
    private RecordAnnotations() {}

    /**
     * Finds an annotation of a component. In Java the annotation is on the component; in Kotlin it can only be on the
     * constructor parameter.
     *
     * @param <A> the annotation
     * @param component the component
     * @param type the annotation's class
     * @return the annotation, empty if there is none
     */
    public static <A extends Annotation> Optional<A> find(RecordComponent component, Class<A> type) {
        A onComponent = component.getAnnotation(type);
        return onComponent != null ? Optional.of(onComponent) : onParameter(component, type);
    }

    private static <A extends Annotation> Optional<A> onParameter(RecordComponent component, Class<A> type) {
        RecordComponent[] all = component.getDeclaringRecord().getRecordComponents();
        Class<?>[] types = Arrays.stream(all).map(RecordComponent::getType).toArray(Class<?>[]::new);
        int place = Arrays.stream(all).map(RecordComponent::getName).toList().indexOf(component.getName());
        try {
            Constructor<?> canonical = component.getDeclaringRecord().getDeclaredConstructor(types);
            Parameter parameter = canonical.getParameters()[place];
            return Optional.ofNullable(parameter.getAnnotation(type));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(
                    "The canonical constructor of the record "
                            + component.getDeclaringRecord().getName() + " was not found",
                    e);
        }
    }
}
