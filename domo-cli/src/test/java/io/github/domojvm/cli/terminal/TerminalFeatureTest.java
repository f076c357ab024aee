package io.github.domojvm.cli.terminal;

import static io.github.domojvm.cli.terminal.TerminalFeature.COLOR;
import static io.github.domojvm.cli.terminal.TerminalFeature.PROGRESS;
import static io.github.domojvm.cli.terminal.TerminalFeature.PROMPT;
import static io.github.domojvm.cli.terminal.TerminalFeature.detect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalFeatureTest {
    @Test
    void featuresDependOnTheTerminalsAndTheEnvironment() {
        assertThat(detect("in,out,err", Map.of("TERM", "xterm"))).containsExactly(COLOR, PROGRESS, PROMPT);
        assertThat(detect("out", Map.of())).containsExactly(COLOR);
        assertThat(detect("", Map.of())).isEmpty();
        assertThat(detect("in,out,err", Map.of("NO_COLOR", "1"))).containsExactly(PROGRESS, PROMPT);
        assertThat(detect("in,out,err", Map.of("NO_COLOR", ""))).containsExactly(COLOR, PROGRESS, PROMPT);
        assertThat(detect("in,out,err", Map.of("TERM", "dumb"))).containsExactly(PROMPT);
    }
}
