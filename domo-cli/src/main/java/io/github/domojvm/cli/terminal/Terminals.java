package io.github.domojvm.cli.terminal;

import java.util.Map;

/**
 * What the terminals allow. Java cannot tell which of the three streams is one; the launcher can and says so.
 *
 * @param colours whether results may be coloured
 * @param live whether progress may be drawn
 * @param asks whether somebody can be asked
 */
record Terminals(boolean colours, boolean live, boolean asks) {
    /**
     * Reads what the launcher found.
     *
     * @param told which of {@code in}, {@code out} and {@code err} are terminals
     * @param environment the environment variables, among them the reader's wishes
     */
    static Terminals of(String told, Map<String, String> environment) {
        boolean capable = !"dumb".equals(environment.get("TERM"));
        boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminals(
                told.contains("out") && capable && wanted, told.contains("err") && capable, told.contains("in"));
    }
}
