package io.github.domojvm.cli.command;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations on the command line: {@code 200ms}, {@code 5s}, {@code 15m}, {@code 1h}, or as ISO-8601 writes them. */
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
            throw notADelay(value);
        }
        throw notADelay(value);
    }

    private static TypeConversionException notADelay(String value) {
        return new TypeConversionException("'" + value + "' is not a duration: write 200ms, 5s, 15m, 1h, or PT5S");
    }
}
