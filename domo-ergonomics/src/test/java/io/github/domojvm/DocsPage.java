package io.github.domojvm;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A guide whose Java snippets are combined into one program. Each snippet is a separate block on the same line as in
 * the page, so that failures report the line of the page.
 */
record DocsPage(String name, String text) {
    private static final Pattern SNIPPET =
            Pattern.compile("^```java([^\n]*)\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern OUTPUT = Pattern.compile("System\\.out\\.println\\(.*\\); // (.+)");

    /** The title, paragraphs without headings or code, and the first block. */
    private static final Pattern START = Pattern.compile(
            "\\A# [^\n]*\n(?:(?!#|```)[^\n]*\n)*```java\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

    private static final String COMPILED_ONLY = " no-run";

    /** Java of another client, which is not on the class path. */
    private static final String OTHER_CLIENT = "// com.domo.sdk\n";

    private static final List<String> IMPORTS = List.of(
            "java.io",
            "java.math",
            "java.net",
            "java.nio.charset",
            "java.nio.file",
            "java.sql",
            "java.time",
            "java.util",
            "java.util.concurrent",
            "java.util.stream",
            "io.github.domojvm",
            "io.github.domojvm.account",
            "io.github.domojvm.activity",
            "io.github.domojvm.auth",
            "io.github.domojvm.card",
            "io.github.domojvm.csv",
            "io.github.domojvm.dataset",
            "io.github.domojvm.embed",
            "io.github.domojvm.error",
            "io.github.domojvm.group",
            "io.github.domojvm.observe",
            "io.github.domojvm.page",
            "io.github.domojvm.paging",
            "io.github.domojvm.pdp",
            "io.github.domojvm.project",
            "io.github.domojvm.rest.api",
            "io.github.domojvm.rest.model",
            "io.github.domojvm.retry",
            "io.github.domojvm.rows",
            "io.github.domojvm.sandbox",
            "io.github.domojvm.schema",
            "io.github.domojvm.simple",
            "io.github.domojvm.stream",
            "io.github.domojvm.time");

    /** The variables that snippets can use, in the order of the arguments of {@link #run}. */
    private static final String SCOPE =
            "DomoClient domo, DomoSandbox sandbox, Path folder, Path csv, Connection connection,"
                    + " String dataSetId, long streamId, String streamDataSetId, long userId, long groupId, long pageId";

    static DocsPage read(Path file) throws IOException {
        return new DocsPage("docs/" + file.getFileName(), Files.readString(file));
    }

    @Override
    public String toString() {
        return name;
    }

    /** Returns the outputs that the page documents for its snippets. */
    List<String> outputs() {
        return SNIPPET.matcher(text)
                .results()
                .filter(snippet -> snippet.group(1).isEmpty() && !DocsProgram.isProgram(snippet.group(2)))
                .flatMap(snippet -> outputs(snippet.group(2)).stream())
                .toList();
    }

    /** Returns what the comments in the code say that it prints. */
    static List<String> outputs(String code) {
        return OUTPUT.matcher(code).results().map(output -> output.group(1)).toList();
    }

    /** Returns the complete programs of the page. */
    List<DocsProgram> programs() {
        return SNIPPET.matcher(text)
                .results()
                .filter(snippet -> DocsProgram.isProgram(snippet.group(2)))
                .map(snippet -> DocsProgram.of(this, snippet))
                .toList();
    }

    /** Returns whether the page starts with its title, an introduction without headings, and a complete program. */
    boolean startsWithAProgram() {
        return START.matcher(text).results().anyMatch(start -> DocsProgram.isProgram(start.group(1)));
    }

    String program() {
        StringBuilder program = new StringBuilder();
        IMPORTS.forEach(imported -> program.append("import ").append(imported).append(".*; "));
        program.append("class ").append(className());
        program.append(" { static void run(boolean realHost, ").append(SCOPE).append(") throws Exception {");
        Matcher snippets = SNIPPET.matcher(text);
        int line = 1;
        while (snippets.find()) {
            int first = lines(text.substring(0, snippets.start(2))) + 1;
            program.append("\n".repeat(first - line))
                    .append(opening(snippets))
                    .append(code(snippets))
                    .append('}');
            line = first + lines(code(snippets));
        }
        return program.append("}}").toString();
    }

    void run(ClassLoader classes, Object... scope) throws ReflectiveOperationException {
        Method run = Arrays.stream(classes.loadClass(className()).getDeclaredMethods())
                .filter(method -> method.getName().equals("run"))
                .findFirst()
                .orElseThrow();
        run.setAccessible(true);
        Object[] arguments = new Object[scope.length + 1];
        arguments[0] = false;
        System.arraycopy(scope, 0, arguments, 1, scope.length);
        try {
            run.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError(name + ":" + line(e.getCause()) + " does not run: " + e.getCause(), e.getCause());
        }
    }

    private String opening(MatchResult snippet) {
        return switch (snippet.group(1)) {
            case "" -> "{";
            case COMPILED_ONLY -> "if (realHost) {";
            default -> throw new AssertionError(name + " has a block of an unknown kind: ```java" + snippet.group(1));
        };
    }

    private static String code(MatchResult snippet) {
        String code = snippet.group(2);
        boolean otherClient = snippet.group(1).equals(COMPILED_ONLY) && code.startsWith(OTHER_CLIENT);
        return otherClient || DocsProgram.isProgram(code) ? "" : code;
    }

    private int line(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(element -> element.getClassName().startsWith(className()))
                .mapToInt(StackTraceElement::getLineNumber)
                .findFirst()
                .orElse(0);
    }

    private String className() {
        return "Page_" + name.replaceAll("\\W", "_");
    }

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
