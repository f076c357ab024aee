package io.github.domojvm.internal.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Compares the checks of fields with regular expressions and the parsers of the JDK, on random and mutated texts. */
class FieldTextTest {
    private static final int TEXTS = 200_000;
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,19}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,9})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TIME = Pattern.compile(DATE
            + "( CLOCK|TCLOCK(\\.[0-9]{3})?(Z|[+-][0-9]{2}:[0-9]{2})?)"
                    .replace("CLOCK", "([01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}"));

    private static final String ALPHABET = "0123456789+-.eE :TZtz/\u0660x,";
    private static final List<String> TEMPLATES = List.of(
            "",
            "0",
            "12",
            "-7",
            "+5",
            "9223372036854775807",
            "-9223372036854775808",
            "9223372036854775808",
            "1.5",
            ".5",
            "5.",
            "-1.2E10",
            "1e-400000000",
            "1E+1234567890",
            "2024-02-29",
            "2023-02-29",
            "0000-12-31",
            "9999-01-01",
            "1900-02-29",
            "2000-02-29",
            "2024-04-31",
            "2024-02-29T23:59:59",
            "2024-02-29 23:59:59",
            "2024-13-01T00:00:00",
            "2024-01-01T24:00:00",
            "2024-01-01T00:60:00",
            "2024-01-01T00:00:60",
            "2024-01-01T00:00:00.123",
            "2024-01-01T00:00:00Z",
            "2024-01-01T00:00:00.123+01:00",
            "2024-01-01T00:00:00-18:00",
            "2024-01-01T00:00:00+19:00");

    @Test
    void acceptsWholeNumbersOf64Bits() {
        forTexts(text -> assertThat(FieldText.isWhole(text))
                .as(text)
                .isEqualTo(WHOLE.matcher(text).matches() && new BigInteger(text).bitLength() < Long.SIZE));
    }

    @Test
    void acceptsNumbers() {
        forTexts(text -> assertThat(FieldText.isNumber(text))
                .as(text)
                .isEqualTo(NUMBER.matcher(text).matches()));
    }

    @Test
    void acceptsExistingDates() {
        forTexts(text -> {
            LocalDate date = DATE.matcher(text).matches() ? parsedOrNull(() -> LocalDate.parse(text)) : null;

            assertThat(FieldText.isDate(text)).as(text).isEqualTo(date != null);
            assertThat(PlainTime.date(text)).as(text).isEqualTo(date);
        });
    }

    @Test
    void acceptsExistingTimes() {
        forTexts(text -> {
            String iso = text.replace(' ', 'T');
            boolean matches = TIME.matcher(text).matches();
            LocalDateTime local = matches ? parsedOrNull(() -> LocalDateTime.parse(iso)) : null;
            OffsetDateTime offset = matches ? parsedOrNull(() -> OffsetDateTime.parse(iso)) : null;

            assertThat(FieldText.isDateTime(text)).as(text).isEqualTo(local != null || offset != null);
            assertThat(PlainTime.dateTime(text)).as(text).isEqualTo(text.length() == 19 ? local : null);
        });
    }

    private static <T> T parsedOrNull(Supplier<T> parser) {
        try {
            return parser.get();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static void forTexts(Consumer<String> check) {
        Random random = new Random(4);
        TEMPLATES.forEach(check);
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder(TEMPLATES.get(random.nextInt(TEMPLATES.size())));
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                char c = ALPHABET.charAt(random.nextInt(random.nextBoolean() ? 10 : ALPHABET.length()));
                int at = random.nextInt(text.length() + 1);
                switch (random.nextInt(4)) {
                    case 0 -> text.insert(at, c);
                    case 1 -> text.delete(at, Math.min(text.length(), at + 1));
                    default -> text.replace(at, Math.min(text.length(), at + 1), String.valueOf(c));
                }
            }
            check.accept(text.toString());
        }
    }
}
