package io.github.domojvm.benchmarks.harness;

import java.util.List;

/** Draws each measured row relative to what it must reach: a bar that ends left of the line has reached it. */
final class GoalChart {
    private static final int LEFT = 430;
    private static final int SCALE = 240;
    private static final double MOST = 2;
    private static final int TOP = 56;
    private static final int ROW = 20;
    private static final int BAR = 12;
    private static final int WIDTH = 960;

    private GoalChart() {}

    static String draw(Results results) {
        List<Target> rows = Target.all().stream()
                .filter(target -> results.get(target.key()).isPresent())
                .toList();
        int height = TOP + rows.size() * ROW + 16;
        Svg svg = new Svg(WIDTH, height);
        svg.bar(20, 14, 12, 12, Svg.REACHED);
        svg.text(38, 25, "start", "reached");
        svg.bar(110, 14, 12, 12, Svg.MISSED);
        svg.text(128, 25, "start", "missed");
        svg.text(200, 25, "start", "bars: median relative to what must be reached; thin lines: least to greatest");
        for (int i = 0; i <= 4; i++) {
            double x = x(i * MOST / 4);
            svg.line(x, TOP - 4, x, height - 12, Svg.GRID);
            svg.text(x, TOP - 8, "middle", String.valueOf(i * MOST / 4));
        }
        svg.line(x(1), TOP - 4, x(1), height - 12, Svg.INK);
        for (int i = 0; i < rows.size(); i++) {
            row(svg, rows.get(i), results.get(rows.get(i).key()).orElseThrow(), TOP + i * ROW);
        }
        return svg.toString();
    }

    private static void row(Svg svg, Target target, Result result, int y) {
        double median = relative(target, result.ratio().median());
        double middle = y + ROW / 2.0;
        svg.text(LEFT - 8, middle + 4, "end", target.goal() + " " + target.measure());
        svg.bar(
                LEFT,
                middle - BAR / 2.0,
                x(median) - LEFT,
                BAR,
                target.isMet(result.ratio().median()) ? Svg.REACHED : Svg.MISSED);
        double first = x(relative(target, result.ratio().least()));
        double last = x(relative(target, result.ratio().greatest()));
        svg.line(first, middle, last, middle, Svg.INK);
        svg.text(
                Math.max(x(median), Math.max(first, last)) + 6,
                middle + 4,
                "start",
                Page.number(result.ratio().median()) + " (" + target.limit() + ")");
    }

    /** A rate must be high, so its inverse is drawn. */
    private static double relative(Target target, double value) {
        return target.limit().startsWith(">") ? target.number() / value : value / target.number();
    }

    private static double x(double relative) {
        return LEFT + Math.min(relative, MOST) * SCALE / 1.25;
    }
}
