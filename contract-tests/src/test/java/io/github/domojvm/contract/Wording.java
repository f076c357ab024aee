package io.github.domojvm.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words that the project does not use, from {@code wording.tsv}. */
record Wording(List<Rule> rules) {
    /** The border of two words within a name, as in {@code onEveryPage}. */
    private static final Pattern CAMEL_CASE = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    /** What may be between the words of a phrase: a line break, with the mark of a comment on the next line. */
    private static final String GAP = "(?:\\\\s+(?:(?:\\\\*|//|#|>)\\\\s+)?)";

    /** A word to avoid. */
    private record Rule(Pattern pattern, String replacement) {
        static Rule parse(String line) {
            String[] columns = line.split("\t", -1);
            String word = columns[1].replaceAll(" ", GAP);
            String pattern = switch (columns[0]) {
                case "text" -> "(?<![\\p{L}\\d])(?:" + word + ")(?![\\p{L}\\d])";
                case "opening" -> "(?:/\\*\\*|summary:|description:)[\\s|>\\-*]*(?:" + word + ")\\b";
                default -> throw new IllegalArgumentException("A rule applies to text or opening, not to: " + line);
            };
            return new Rule(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), columns[2]);
        }
    }

    static Wording parse(String table) {
        return new Wording(table.lines()
                .filter(line -> !line.startsWith("#"))
                .map(Rule::parse)
                .toList());
    }

    /** Returns the text with the names in camel case divided into words. */
    static String withNamesDivided(String text) {
        return CAMEL_CASE.matcher(text).replaceAll(" ");
    }

    /** Returns a line for each violation in the text of a file: file and line, the words found and the replacement. */
    List<String> check(String file, String text) {
        List<String> violations = new ArrayList<>();
        for (Rule rule : rules) {
            Matcher matcher = rule.pattern().matcher(text);
            for (MatchResult match : matcher.results().toList()) {
                violations.add(
                        file + ":" + line(text, match) + ": \"" + words(match) + "\", use: " + rule.replacement());
            }
        }
        return violations;
    }

    private static long line(String text, MatchResult match) {
        return text.substring(0, match.end()).lines().count();
    }

    private static String words(MatchResult match) {
        return match.group().replaceAll("[\\s/*#>|-]+", " ").strip();
    }
}
