package io.github.domojvm.cli.doctor;

import io.github.domojvm.cli.terminal.CliContext;
import io.github.domojvm.cli.terminal.Numbers;
import io.github.domojvm.cli.terminal.Style;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** What the checks find, a line each, with what to fix below it. */
public final class Checkup {
    private final PrintWriter out;
    private final Style style;
    private final List<String> secrets = new ArrayList<>();
    private int warnings;
    private int failures;

    public Checkup(CliContext context) {
        this.out = context.out();
        this.style = context.style();
    }

    /** Whatever a check quotes, this is not shown. */
    void hide(String secret) {
        if (!secret.isBlank()) {
            secrets.add(secret);
        }
    }

    void ok(String check, String found) {
        line(style.good("ok  "), check, found);
    }

    void warn(String check, String found, String mend) {
        warnings++;
        line(style.bold("warn"), check, found);
        mend(mend);
    }

    void fail(String check, String found, String mend) {
        failures++;
        line(style.bad("FAIL"), check, found);
        mend(mend);
    }

    /** A check that needs what another one missed. */
    void skip(String check, String why) {
        line(style.faint("-   "), check, "not checked: " + why);
    }

    /** Tells whether all is well, and says so. */
    public boolean conclude() {
        out.println();
        String warned = warnings == 0 ? "" : ", with " + Numbers.count(warnings, "warning");
        if (failures == 0) {
            out.println(style.good("All is well" + warned + "."));
        } else {
            out.println(
                    style.bad(Numbers.count(failures, "check") + " failed" + warned + ". Fix the first one first."));
        }
        return failures == 0;
    }

    private void line(String mark, String check, String found) {
        out.println(mark + "  " + String.format("%-19s", check) + " " + shown(found));
    }

    private void mend(String mend) {
        out.println("      " + style.faint("->") + " " + shown(mend));
    }

    private String shown(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        for (String secret : secrets) {
            line = line.replace(secret, "(secret)");
        }
        return line;
    }
}
