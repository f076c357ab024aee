package io.github.domojvm.sandbox.internal.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of a statement, without blanks and comments. */
final class SqlTokens {
    private static final Pattern TOKEN = Pattern.compile(
            "(?<gap>\\s+|--[^\\n]*|#[^\\n]*|/\\*.*?\\*/)|(?<string>'(?:[^']|'')*+')"
                    + "|(?<quoted>`(?:[^`]|``)*+`|\"(?:[^\"]|\"\")*+\")|(?<word>[\\p{L}_$][\\p{L}\\p{N}_$]*+)"
                    + "|(?<number>\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?)|(?<symbol>.)",
            Pattern.DOTALL);

    enum Kind {
        STRING,
        QUOTED,
        WORD,
        NUMBER,
        SYMBOL
    }

    record Token(Kind kind, String text, int start, int end) {
        boolean is(String symbolOrKeyword) {
            return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(symbolOrKeyword);
        }

        /** Returns the text in upper case if this is a word, else an empty text. */
        String keyword() {
            return kind == Kind.WORD ? text.toUpperCase(Locale.ROOT) : "";
        }
    }

    private SqlTokens() {}

    static List<Token> of(String sql) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(sql);
        while (matcher.find()) {
            for (Kind kind : Kind.values()) {
                String text = matcher.group(kind.name().toLowerCase(Locale.ROOT));
                if (text != null) {
                    tokens.add(new Token(kind, text, matcher.start(), matcher.end()));
                }
            }
        }
        return tokens;
    }

    /** Returns the index of the parenthesis that closes the one at an index, or the number of tokens. */
    static int closing(List<Token> tokens, int opening) {
        int depth = 0;
        for (int i = opening; i < tokens.size(); i++) {
            depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }
}
