package io.github.domojvm.benchmarks.harness;

import java.util.Locale;

/** Draws the elements of charts. */
final class Svg {
    static final String REACHED = "#1f5fa8";
    static final String MISSED = "#c4620a";
    static final String GRID = "#dddddd";
    static final String INK = "#222222";

    private final StringBuilder elements = new StringBuilder();
    private final int width;
    private final int height;

    Svg(int width, int height) {
        this.width = width;
        this.height = height;
    }

    void text(double x, double y, String anchor, String text) {
        elements.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\" stroke=\"white\" stroke-width=\"3\" paint-order=\"stroke\">%s</text>%n",
                x,
                y,
                anchor,
                INK,
                text.replace("&", "&amp;").replace("<", "&lt;").replace("`", "")));
    }

    void bar(double x, double y, double barWidth, double barHeight, String color) {
        elements.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n",
                x,
                y,
                barWidth,
                barHeight,
                color));
    }

    void line(double x1, double y1, double x2, double y2, String color) {
        elements.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>%n",
                x1,
                y1,
                x2,
                y2,
                color));
    }

    @Override
    public String toString() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height
                + "\" font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
                + elements + "</svg>\n";
    }
}
