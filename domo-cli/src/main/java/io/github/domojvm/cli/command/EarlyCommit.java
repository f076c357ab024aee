package io.github.domojvm.cli.command;

import io.github.domojvm.stream.CommitInterval;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What to do if a commit is too early; the interval is a separate option. Converted from its name, ignoring case. */
@FunctionalInterface
interface EarlyCommit extends Function<Duration, CommitInterval> {
    /** Converts the names. */
    final class Converter implements ITypeConverter<EarlyCommit> {
        @Override
        public EarlyCommit convert(String value) {
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "retry" -> CommitInterval::waitAfterRefusal;
                case "wait" -> CommitInterval::waitBeforeSending;
                case "fail" -> CommitInterval::failBeforeSending;
                default -> throw new TypeConversionException("'" + value + "' is not one of retry, wait, fail");
            };
        }
    }
}
