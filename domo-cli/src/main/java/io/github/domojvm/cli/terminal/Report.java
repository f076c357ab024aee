package io.github.domojvm.cli.terminal;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Prints results as labeled lines under a title. */
public final class Report {
    private static final int LABEL = 10;
    private static final int WIDTH = 80;

    private final PrintWriter out;
    private final Style style;

    public Report(CliContext context) {
        this.out = context.out();
        this.style = context.style();
    }

    public void title(String text) {
        out.println(style.bold(text));
        out.println();
    }

    public void line(String label, String text) {
        out.println("  " + style.faint(String.format("%-" + LABEL + "s", label)) + "  " + text);
    }

    /** Prints items after one label, wrapped to several lines if necessary. */
    public void list(String label, List<String> items) {
        List<String> separated = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            separated.add(items.get(i) + (i < items.size() - 1 ? "," : ""));
        }
        wrap(label, separated);
    }

    /** Prints sentences after one label, wrapped between words to several lines if necessary. */
    public void text(String label, String sentences) {
        wrap(label, List.of(sentences.split(" ", -1)));
    }

    private void wrap(String label, List<String> items) {
        StringBuilder line = new StringBuilder();
        String name = label;
        for (String item : items) {
            if (line.length() > 0 && line.length() + 1 + item.length() > WIDTH - LABEL - 4) {
                line(name, line.toString());
                name = "";
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(item);
        }
        line(name, line.toString());
    }

    public void blank() {
        out.println();
    }

    public void good(String text) {
        out.println(style.good(text));
    }

    public void bad(String text) {
        out.println(style.bad(text));
    }
}
