package io.github.domojvm.cli.journal;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The folder of the user in which the command records what must survive its process.
 *
 * @param path the folder, which may not exist
 */
public record StateFolder(Path path) {
    /** The environment variable that selects the folder. */
    public static final String VARIABLE = "DOMO_STATE_HOME";

    /** Returns the folder that the environment selects, or the default of the operating system. */
    public static StateFolder of(Map<String, String> environment) {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return of(environment, windows, Path.of(System.getProperty("user.home", "")));
    }

    static StateFolder of(Map<String, String> environment, boolean windows, Path home) {
        String own = environment.getOrDefault(VARIABLE, "");
        if (!own.isBlank()) {
            return new StateFolder(Path.of(own));
        }
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        // The XDG specification requires programs to ignore relative paths.
        if (!state.isBlank() && Path.of(state).isAbsolute()) {
            return new StateFolder(Path.of(state, "domo"));
        }
        String local = environment.getOrDefault("LOCALAPPDATA", "");
        if (windows && !local.isBlank()) {
            return new StateFolder(Path.of(local, "domo"));
        }
        return new StateFolder(home.resolve(Path.of(".local", "state", "domo")));
    }

    /** Returns the folder of the journals of uploads. */
    public Path uploads() {
        return path.resolve("uploads");
    }
}
