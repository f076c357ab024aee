package io.github.domojvm.benchmarks.harness;

import java.util.List;
import java.util.Map;

/** Draws how long uploads take with each compression on each line, relative to the best fixed setting of the line. */
final class SettingChart {
    private static final Map<String, String> LINES = Map.of(
            "G9.2", "2 MB/s, 50 ms", "G9.12", "12.5 MB/s, 50 ms", "G9.100", "100 MB/s, 50 ms", "G9.open", "no limit");
    private static final List<String> ORDER = List.of("G9.2", "G9.12", "G9.100", "G9.open");
    private static final int PANEL_WIDTH = 440;
    private static final int PANEL_HEIGHT = 230;
    private static final int LEFT = 80;
    private static final int SCALE = 90;
    private static final double MOST = 3.2;
    private static final int ROW = 20;
    private static final int BAR = 12;

    private SettingChart() {}

    static String draw(Results results) {
        Svg svg = new Svg(2 * PANEL_WIDTH, 2 * PANEL_HEIGHT + 30);
        svg.text(
                20,
                20,
                "start",
                "Wall time of an upload by compression, relative to the best fixed setting of the line");
        for (int i = 0; i < ORDER.size(); i++) {
            String line = ORDER.get(i);
            panel(svg, LINES.get(line), results.settings(line), line, i % 2 * PANEL_WIDTH, 30 + i / 2 * PANEL_HEIGHT);
        }
        return svg.toString();
    }

    private static void panel(Svg svg, String title, List<Result> settings, String line, int left, int top) {
        svg.text(left + 20, top + 24, "start", title + (settings.isEmpty() ? ": not measured" : ""));
        for (int i = 0; i < settings.size(); i++) {
            Result result = settings.get(i);
            String setting = result.key().substring(result.key().indexOf(line) + line.length() + 1);
            double middle = top + 44 + i * ROW;
            double x = left + LEFT;
            boolean best = result.ratio().median() <= 1;
            svg.text(x - 8, middle + 4, "end", setting.matches("\\d") ? "level " + setting : setting);
            double width = Math.min(result.ratio().median(), MOST) * SCALE;
            svg.bar(x, middle - BAR / 2.0, width, BAR, best ? Svg.REACHED : "#9db8d6");
            svg.text(
                    x + width + 6,
                    middle + 4,
                    "start",
                    Page.number(result.ratio().median()));
        }
    }
}
