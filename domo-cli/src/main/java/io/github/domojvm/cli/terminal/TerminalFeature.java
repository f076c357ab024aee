package io.github.domojvm.cli.terminal;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** A feature that requires a terminal. Java cannot report which standard streams are terminals; the launcher does. */
enum TerminalFeature {
    /** Results are colored. */
    COLOR,
    /** Progress is drawn. */
    PROGRESS,
    /** The user can be prompted for a secret. */
    PROMPT;

    /**
     * Returns the features that are available.
     *
     * @param terminals which of {@code in}, {@code out} and {@code err} are terminals
     * @param environment the environment variables; {@code TERM} and {@code NO_COLOR} are used
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
