package io.github.domojvm.cli.command;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts durations: {@code 200ms}, {@code 5s}, {@code 15m}, {@code 1h}, or ISO 8601 such as {@code PT5S}. */
final class Delay implements ITypeConverter<Duration> {
    private static final Pattern MILLIS = Pattern.compile("[0-9]{1,9}ms");

    @Override
    public Duration convert(String value) {
        String text = value.toUpperCase(Locale.ROOT);
        try {
            Duration delay = MILLIS.matcher(value.toLowerCase(Locale.ROOT)).matches()
                    ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
                    : Duration.parse(text.contains("P") ? text : "PT" + text);
            if (!delay.isNegative()) {
                return delay;
            }
        } catch (DateTimeParseException e) {
            throw invalid(value);
        }
        throw invalid(value);
    }

    private static TypeConversionException invalid(String value) {
        return new TypeConversionException(
                "'" + value + "' is not a valid duration. Use a value such as 200ms, 5s, 15m, 1h or PT5S");
    }
}
