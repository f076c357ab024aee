package io.github.domojvm.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalsTest {
    @Test
    void terminalsDecideWhatIsDrawn() {
        assertThat(Terminals.of("in,out,err", Map.of("TERM", "xterm"))).isEqualTo(new Terminals(true, true, true));
        assertThat(Terminals.of("out", Map.of())).isEqualTo(new Terminals(true, false, false));
        assertThat(Terminals.of("", Map.of())).isEqualTo(new Terminals(false, false, false));
        assertThat(Terminals.of("in,out,err", Map.of("NO_COLOR", "1"))).isEqualTo(new Terminals(false, true, true));
        assertThat(Terminals.of("in,out,err", Map.of("NO_COLOR", ""))).isEqualTo(new Terminals(true, true, true));
        assertThat(Terminals.of("in,out,err", Map.of("TERM", "dumb"))).isEqualTo(new Terminals(false, false, true));
    }
}
