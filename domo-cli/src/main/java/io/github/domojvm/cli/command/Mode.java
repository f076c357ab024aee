package io.github.domojvm.cli.command;

import io.github.domojvm.rest.model.UpdateMethod;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts update methods, ignoring case. */
final class Mode implements ITypeConverter<UpdateMethod> {
    @Override
    public UpdateMethod convert(String value) {
        UpdateMethod method = UpdateMethod.of(value.toUpperCase(Locale.ROOT));
        if (method == UpdateMethod.UNKNOWN) {
            throw new TypeConversionException("'" + value + "' is not one of REPLACE, APPEND, UPSERT");
        }
        return method;
    }
}
