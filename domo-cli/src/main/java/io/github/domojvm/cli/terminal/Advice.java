package io.github.domojvm.cli.terminal;

import java.util.Map;

/** The library speaks to programmers; its advice is shown here with the options that do what it advises. */
public final class Advice {
    private static final Map<String, String> PHRASES = Map.of(
            "or upload with abortOpenExecution().",
            "or give --abort-open-execution, which aborts it.",
            "set partRows or partBytes lower.",
            "set --part-rows or --part-bytes lower.",
            "or ask to ignore header names if only the order counts",
            "or give --ignore-header-names if only the order counts",
            "If the DataSet is to be emptied, allow an empty source.",
            "If the DataSet is to be emptied, give --allow-empty.",
            "reconcile later with the result of this exception.",
            "look at the execution and the DataSet first.",
            "or call allowCleartext() if that network is closed",
            "or give --allow-cleartext if that network is closed",
            "without requireAllRows()",
            "without --require-all-rows",
            "Change the Stream's update method, or ask for that one.",
            "Change the Stream's update method, or give that one as --mode.");
    private static final Map<String, String> SETTINGS = Map.of(
            "partRows", "--part-rows",
            "partBytes", "--part-bytes",
            "parallelism", "--parallel",
            "gzipLevel", "--level",
            "memoryBudgetBytes", "--memory",
            "streamId", "--stream");

    private Advice() {}

    /** Gives a message of a failure. */
    public static String inOptions(String message) {
        String text = message;
        for (Map.Entry<String, String> phrase : PHRASES.entrySet()) {
            text = text.replace(phrase.getKey(), phrase.getValue());
        }
        return text;
    }

    /** Gives a message about a setting, whose name it begins with. */
    public static String settingAsOption(String message) {
        String name = message.replaceFirst(" .*", "");
        String option = SETTINGS.get(name);
        return option == null ? message : option + message.substring(name.length());
    }
}
