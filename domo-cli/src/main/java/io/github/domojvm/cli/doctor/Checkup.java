package io.github.domojvm.cli.doctor;

import io.github.domojvm.cli.terminal.CliContext;
import io.github.domojvm.cli.terminal.Numbers;
import io.github.domojvm.cli.terminal.Style;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Prints the result of each check on one line, followed by the fix if there is a problem. */
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

    /** Masks a secret in all output of the checks. */
    void hide(String secret) {
        if (!secret.isBlank()) {
            secrets.add(secret);
        }
    }

    void ok(String check, String found) {
        line(style.good("ok  "), check, found);
    }

    void warn(String check, String found, String fix) {
        warnings++;
        line(style.bold("warn"), check, found);
        fix(fix);
    }

    void fail(String check, String found, String fix) {
        failures++;
        line(style.bad("FAIL"), check, found);
        fix(fix);
    }

    /** Reports a check that was skipped because an earlier one failed. */
    void skip(String check, String reason) {
        line(style.faint("-   "), check, "not checked: " + reason);
    }

    /** Prints a summary, and returns whether no check failed. */
    public boolean conclude() {
        out.println();
        String warned = warnings == 0 ? "" : ", with " + Numbers.count(warnings, "warning");
        if (failures == 0) {
            out.println(style.good("All checks passed" + warned + "."));
        } else {
            out.println(style.bad(Numbers.count(failures, "check") + " failed" + warned
                    + ". Start with the first failure; later checks may depend on it."));
        }
        return failures == 0;
    }

    private void line(String mark, String check, String found) {
        out.println(mark + "  " + String.format("%-19s", check) + " " + masked(found));
    }

    private void fix(String fix) {
        out.println("      " + style.faint("->") + " " + masked(fix));
    }

    private String masked(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        for (String secret : secrets) {
            line = line.replace(secret, "(secret)");
        }
        return line;
    }
}
