package io.github.domojvm.cli.terminal;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** A feature that needs a terminal. Java does not report which of the three streams is one, so the launcher does. */
enum TerminalFeature {
    /** Results may be colored. */
    COLOR,
    /** Progress may be drawn. */
    PROGRESS,
    /** The user can be asked for a secret. */
    PROMPT;

    /**
     * Returns the features that are available.
     *
     * @param terminals which of {@code in}, {@code out} and {@code err} are terminals
     * @param environment the environment variables, of which {@code TERM} and {@code NO_COLOR} count
     */
    static Set<TerminalFeature> detect(String terminals, Map<String, String> environment) {
        boolean capable = !"dumb".equals(environment.get("TERM"));
        Set<TerminalFeature> features = EnumSet.noneOf(TerminalFeature.class);
        if (terminals.contains("out")
                && capable
                && environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            features.add(COLOR);
        }
        if (terminals.contains("err") && capable) {
            features.add(PROGRESS);
        }
        if (terminals.contains("in")) {
            features.add(PROMPT);
        }
        return features;
    }
}
