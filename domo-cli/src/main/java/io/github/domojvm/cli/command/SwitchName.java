package io.github.domojvm.cli.command;

import io.github.domojvm.sandbox.SandboxSwitch;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Switches of the sandbox on the command line, in any case, with hyphens or underscores; listed as {@code part-gaps-allowed}. */
final class SwitchName implements ITypeConverter<SandboxSwitch>, Iterable<String> {
    @Override
    public SandboxSwitch convert(String value) {
        String name = value.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(SandboxSwitch.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "'" + value + "' is no switch; there are " + String.join(", ", names())));
    }

    /** For the help, which lists them. */
    @Override
    public Iterator<String> iterator() {
        return names().iterator();
    }

    private static List<String> names() {
        return Arrays.stream(SandboxSwitch.values())
                .map(known -> known.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
