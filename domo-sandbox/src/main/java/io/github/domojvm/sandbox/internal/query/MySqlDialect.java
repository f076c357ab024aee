package io.github.domojvm.sandbox.internal.query;

import io.github.domojvm.sandbox.internal.query.SqlTokens.Kind;
import io.github.domojvm.sandbox.internal.query.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Translates the date functions of MySQL that the embedded database lacks, and names columns as MySQL does. Everything
 * else is passed on.
 */
final class MySqlDialect {
    private static final Set<String> UNITS =
            Set.of("MICROSECOND", "SECOND", "MINUTE", "HOUR", "DAY", "WEEK", "MONTH", "QUARTER", "YEAR");

    private final String sql;
    private final List<Token> tokens;

    private MySqlDialect(String sql) {
        this.sql = sql;
        this.tokens = SqlTokens.of(sql);
    }

    /** @throws QueryException if a function has arguments that cannot be translated */
    static String translate(String sql) {
        MySqlDialect dialect = new MySqlDialect(sql);
        return dialect.translate(0, dialect.tokens.size(), SelectList.labels(sql, dialect.tokens));
    }

    private String translate(int from, int to, Map<Integer, String> labels) {
        StringBuilder out = new StringBuilder();
        int i = from;
        while (i < to) {
            if (i > from) {
                out.append(sql, tokens.get(i - 1).end(), tokens.get(i).start());
            }
            int closing = i + 1 < to && tokens.get(i + 1).is("(") ? SqlTokens.closing(tokens, i + 1) : to;
            String call = closing < to ? call(tokens.get(i).keyword(), arguments(i + 2, closing)) : null;
            String interval = interval(i, to);
            if (call != null) {
                out.append(call);
                i = closing + 1;
            } else if (interval != null) {
                out.append(interval);
                i += 3;
            } else {
                out.append(tokens.get(i).text());
                i++;
            }
            String label = labels.get(i);
            if (label != null) {
                out.append(" AS `").append(label.replace("`", "``")).append('`');
            }
        }
        return out.toString();
    }

    /** Translates INTERVAL 7 DAY, whose number the standard requires in quotes. */
    private @Nullable String interval(int i, int to) {
        if (i + 2 >= to || !tokens.get(i).is("INTERVAL") || tokens.get(i + 1).kind() != Kind.NUMBER) {
            return null;
        }
        String number = tokens.get(i + 1).text();
        String unit = tokens.get(i + 2).keyword();
        return switch (unit) {
            case "SECOND", "MINUTE", "HOUR", "DAY", "MONTH", "YEAR" -> "INTERVAL '" + number + "' " + unit;
            case "WEEK" -> "(7 * INTERVAL '" + number + "' DAY)";
            case "QUARTER" -> "(3 * INTERVAL '" + number + "' MONTH)";
            default -> null;
        };
    }

    private @Nullable String call(String name, List<Argument> arguments) {
        return switch (name) {
            case "SYSDATE" -> arguments.isEmpty() ? "LOCALTIMESTAMP" : null;
            case "WEEKDAY" ->
                arguments.size() == 1 ? "(ISO_DAY_OF_WEEK(" + arguments.get(0).sql() + ") - 1)" : null;
            case "IF" -> arguments.size() == 3 ? condition(arguments) : null;
            case "DATE_FORMAT", "TIME_FORMAT", "STR_TO_DATE", "DATE_ADD", "ADDDATE", "DATE_SUB", "SUBDATE" ->
                arguments.size() == 2 ? call(name, arguments.get(0).sql(), arguments.get(1)) : null;
            case "DATEDIFF" ->
                arguments.size() == 2
                        ? "DATEDIFF(DAY, " + as("TIMESTAMP", arguments.get(1).sql()) + ", "
                                + as("TIMESTAMP", arguments.get(0).sql()) + ")"
                        : null;
            default -> null;
        };
    }

    private String call(String name, String value, Argument argument) {
        return switch (name) {
            case "DATE_ADD", "ADDDATE" -> added(name, value, argument, "");
            case "DATE_SUB", "SUBDATE" -> added(name, value, argument, "-");
            case "STR_TO_DATE" -> {
                String format = format(name, argument);
                yield as(
                        DateFormats.hasTime(format) ? "TIMESTAMP" : "DATE",
                        "PARSEDATETIME(" + value + ", " + literal(DateFormats.parsing(format)) + ", 'en')");
            }
            default ->
                "FORMATDATETIME(" + as("TIMESTAMP", value) + ", "
                        + literal(DateFormats.formatting(format(name, argument))) + ", 'en')";
        };
    }

    /** A second argument is either INTERVAL, a number and a unit, or a number of days. */
    private String added(String name, String value, Argument argument, String sign) {
        Token first = tokens.get(argument.from);
        String unit = tokens.get(argument.to - 1).keyword();
        if (!first.is("INTERVAL")) {
            return "DATEADD(DAY, " + sign + "(" + argument.sql() + "), " + value + ")";
        }
        if (!UNITS.contains(unit) || argument.to - argument.from < 3) {
            throw new QueryException(name + " requires INTERVAL, a number and one of the units "
                    + UNITS.stream().sorted().toList());
        }
        return "DATEADD(" + unit + ", " + sign + "(" + translate(argument.from + 1, argument.to - 1, Map.of()) + "), "
                + value + ")";
    }

    private static String condition(List<Argument> arguments) {
        return "CASE WHEN " + arguments.get(0).sql() + " THEN "
                + arguments.get(1).sql() + " ELSE " + arguments.get(2).sql() + " END";
    }

    private String format(String name, Argument argument) {
        Token token = tokens.get(argument.from);
        if (argument.to - argument.from != 1 || token.kind() != Kind.STRING) {
            throw new QueryException("The sandbox requires the format of " + name + " as text in single quotes");
        }
        return token.text().substring(1, token.text().length() - 1).replace("''", "'");
    }

    private static String as(String type, String value) {
        return "CAST(" + value + " AS " + type + ")";
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private List<Argument> arguments(int from, int to) {
        List<Argument> arguments = new ArrayList<>();
        int begin = from;
        int depth = 0;
        for (int i = from; i < to; i++) {
            depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (depth == 0 && tokens.get(i).is(",")) {
                arguments.add(new Argument(begin, i));
                begin = i + 1;
            }
        }
        if (begin < to) {
            arguments.add(new Argument(begin, to));
        }
        return arguments;
    }

    private final class Argument {
        private final int from;
        private final int to;

        Argument(int from, int to) {
            this.from = from;
            this.to = to;
        }

        String sql() {
            return translate(from, to, Map.of());
        }
    }
}
