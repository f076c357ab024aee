package io.github.domojvm;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A complete program of a guide: a Java block that declares a public class.
 *
 * @param page the name of the page
 * @param line the line of the page on which the program starts, from 1
 * @param code the program
 */
record DocsProgram(String page, int line, String code) {
    private static final Pattern CLASS = Pattern.compile("^public class (\\w+)", Pattern.MULTILINE);
    private static final Pattern ARGUMENT = Pattern.compile("(\\w+) = [^;\n]*\\bargs\\[\\d]");

    static boolean isProgram(String code) {
        return CLASS.matcher(code).find();
    }

    String className() {
        return CLASS.matcher(code).results().findFirst().orElseThrow().group(1);
    }

    /** Returns the names of the variables that hold the arguments, in the order in which they are declared. */
    List<String> arguments() {
        return ARGUMENT.matcher(code)
                .results()
                .map(argument -> argument.group(1))
                .toList();
    }

    /** Returns what the comments of the program say that it prints. */
    List<String> outputs() {
        return DocsPage.outputs(code);
    }

    /** Returns the program with the line numbers of the page. */
    String source() {
        return "\n".repeat(line - 1) + code;
    }

    static DocsProgram of(DocsPage page, MatchResult snippet) {
        long before = page.text().substring(0, snippet.start(2)).lines().count();
        return new DocsProgram(page.name(), (int) before + 1, snippet.group(2));
    }

    @Override
    public String toString() {
        return page + " " + className();
    }
}
