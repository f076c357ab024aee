package io.github.domojvm.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations on the command line: {@code 200ms}, {@code 5s}, {@code 15m}, {@code 1h}, or as ISO-8601 writes them. */
final class Delay implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    @Override
    public Duration convert(String value) {
        Matcher delay = FORM.matcher(value.toLowerCase(Locale.ROOT));
        if (!delay.matches()) {
            return iso(value);
        }
        long count = Long.parseLong(delay.group(1));
        return switch (delay.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }

    private static Duration iso(String value) {
        try {
            Duration delay = Duration.parse(value);
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
