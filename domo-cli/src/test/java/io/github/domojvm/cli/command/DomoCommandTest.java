package io.github.domojvm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.cli.Cli;
import java.util.List;
import org.junit.jupiter.api.Test;

class DomoCommandTest {
    @Test
    void theHelpOfEveryCommandHasExamplesAndExitCodesIn80Columns() {
        for (String command : List.of("demo", "upload", "reconcile", "export", "doctor", "sandbox", "generate")) {
            Cli.Ending help = new Cli().run(command, "--help");

            assertThat(help.exitCode()).isZero();
            assertThat(help.out()).contains("Usage: domo " + command, "Examples", "Exit codes", "130");
            assertThat(help.out().lines()).allMatch(line -> line.length() <= 80);
        }
        assertThat(new Cli().run("--help").out()).contains("DOMO_CLIENT_SECRET", "Commands", "domo demo");
        assertThat(new Cli().run("--version").out()).startsWith("domo ");
    }

    @Test
    void printsTheUsageWithoutACommand() {
        Cli.Ending nothing = new Cli().run();

        assertThat(nothing.exitCode()).isEqualTo(2);
        assertThat(nothing.err()).contains("Usage: domo");
    }
}
