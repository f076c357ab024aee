package io.github.domojvm.cli.command;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts sizes: bytes, or multiples of 1024 with a unit, such as {@code 512k}, {@code 32m}, {@code 1g}. */
final class Size implements ITypeConverter<Long> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,12})([kmg]?)");

    @Override
    public Long convert(String value) {
        Matcher size = FORM.matcher(value.toLowerCase(Locale.ROOT));
        if (!size.matches()) {
            throw new TypeConversionException(
                    "'" + value + "' is not a valid size. Use a number of bytes, or a value such as 512k, 32m or 1g");
        }
        int shift = switch (size.group(2)) {
            case "k" -> 10;
            case "m" -> 20;
            case "g" -> 30;
            default -> 0;
        };
        return Long.parseLong(size.group(1)) << shift;
    }
}
