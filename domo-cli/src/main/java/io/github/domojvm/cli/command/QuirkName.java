package io.github.domojvm.cli.command;

import io.github.domojvm.sandbox.Quirk;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Quirks of the sandbox on the command line, in any case, with hyphens or underscores; listed as
 * {@code part-gaps-allowed}.
 */
final class QuirkName implements ITypeConverter<Quirk>, Iterable<String> {
    @Override
    public Quirk convert(String value) {
        String name = value.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(Quirk.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "'" + value + "' is no quirk; there are " + String.join(", ", names())));
    }

    /** For the help, which lists them. */
    @Override
    public Iterator<String> iterator() {
        return names().iterator();
    }

    private static List<String> names() {
        return Arrays.stream(Quirk.values())
                .map(known -> known.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
