package io.github.domojvm.sandbox.internal.query;

import io.github.domojvm.sandbox.internal.query.SqlTokens.Kind;
import io.github.domojvm.sandbox.internal.query.SqlTokens.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The expressions of the outermost SELECT that have no alias. MySQL names such a column after its source text. */
final class SelectList {
    /** The embedded database rejects names of more than 256 characters. */
    private static final int MAX_LABEL = 200;

    private static final Set<String> ENDS =
            Set.of("FROM", "WHERE", "GROUP", "HAVING", "ORDER", "LIMIT", "UNION", "INTERSECT", "EXCEPT");
    /** Words between which and the next word there is no alias. */
    private static final Set<String> OPERATORS =
            Set.of("AND", "OR", "NOT", "XOR", "LIKE", "IN", "IS", "BETWEEN", "DIV", "MOD", "REGEXP", "DISTINCT", "ALL");

    private static final Set<String> VALUES = Set.of("END", "NULL", "TRUE", "FALSE");

    private SelectList() {}

    /** Returns the missing labels by the index after the last token of their expression. */
    static Map<Integer, String> labels(String sql, List<Token> tokens) {
        Map<Integer, String> labels = new HashMap<>();
        int begin = outermostSelect(tokens) + 1;
        if (begin < tokens.size() && OPERATORS.contains(tokens.get(begin).keyword())) {
            begin++;
        }
        int depth = 0;
        for (int i = begin; i <= tokens.size(); i++) {
            boolean end = i == tokens.size();
            depth += end ? 0 : tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            boolean last = end
                    || depth < 0
                    || (depth == 0 && ENDS.contains(tokens.get(i).keyword()));
            if (last || (depth == 0 && tokens.get(i).is(","))) {
                List<Token> expression = tokens.subList(Math.min(begin, i), i);
                if (!expression.isEmpty() && needsLabel(expression)) {
                    String text = sql.substring(
                            expression.get(0).start(),
                            expression.get(expression.size() - 1).end());
                    if (text.length() <= MAX_LABEL) {
                        labels.put(i, text);
                    }
                }
                begin = i + 1;
            }
            if (last) {
                break;
            }
        }
        return labels;
    }

    /** Skips the queries of a WITH, which are in parentheses. */
    private static int outermostSelect(List<Token> tokens) {
        int first = 0;
        while (first < tokens.size() && tokens.get(first).is("(")) {
            first++;
        }
        int i = first;
        while (i < tokens.size() && !tokens.get(i).is("SELECT")) {
            i = tokens.get(i).is("(") ? SqlTokens.closing(tokens, i) + 1 : i + 1;
        }
        return i;
    }

    private static boolean needsLabel(List<Token> expression) {
        Token last = expression.get(expression.size() - 1);
        if (expression.size() == 1) {
            return last.kind() == Kind.NUMBER || last.kind() == Kind.STRING || VALUES.contains(last.keyword());
        }
        Token previous = expression.get(expression.size() - 2);
        if (previous.is(".")) {
            return expression.size() > 3;
        }
        if (expression.size() > 2 && expression.get(expression.size() - 3).is("INTERVAL")) {
            return true;
        }
        boolean name = last.kind() == Kind.QUOTED
                || last.kind() == Kind.STRING
                || (last.kind() == Kind.WORD && !VALUES.contains(last.keyword()));
        boolean afterValue =
                previous.is(")") || (previous.kind() != Kind.SYMBOL && !OPERATORS.contains(previous.keyword()));
        return !(name && afterValue);
    }
}
