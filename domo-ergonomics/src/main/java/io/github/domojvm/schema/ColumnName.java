package io.github.domojvm.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets the name of the column for a record component, if it differs from the name of the component.
 *
 * <pre>{@code
 * record Employee(@ColumnName("Full Name") String name, @ColumnName("Start Date") LocalDate start) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface ColumnName {
    /**
     * Returns the name of the column.
     *
     * @return the name in the DataSet
     */
    String value();
}
