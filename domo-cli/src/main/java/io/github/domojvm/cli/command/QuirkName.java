package io.github.domojvm.cli.command;

import io.github.domojvm.sandbox.Quirk;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Converts names of sandbox quirks, ignoring case and accepting hyphens or underscores, and lists them in the form
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
                        "'" + value + "' is not a quirk. Available quirks: " + String.join(", ", names())));
    }

    /** Iterates over all names, for the help text. */
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
