package io.github.domojvm.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the column of a record component whose own name is another.
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
     * The column's name.
     *
     * @return the name, as the DataSet has it
     */
    String value();
}
