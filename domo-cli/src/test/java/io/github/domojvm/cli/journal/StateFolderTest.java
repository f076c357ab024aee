package io.github.domojvm.cli.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.cli.journal.UploadKey.Account;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StateFolderTest {
    private static final Path HOME = Path.of("home").toAbsolutePath();
    private static final Path STATE = Path.of("state").toAbsolutePath();

    @Test
    void isSelectedByTheEnvironmentOrTheOperatingSystem() {
        assertThat(folder(Map.of(), false)).isEqualTo(HOME.resolve(".local/state/domo"));
        assertThat(folder(Map.of(), true)).isEqualTo(HOME.resolve(".local/state/domo"));
        Map<String, String> local = Map.of("LOCALAPPDATA", STATE.toString());
        assertThat(folder(local, true)).isEqualTo(STATE.resolve("domo"));
        assertThat(folder(local, false)).isEqualTo(HOME.resolve(".local/state/domo"));
        assertThat(folder(Map.of("XDG_STATE_HOME", STATE.toString()), false)).isEqualTo(STATE.resolve("domo"));
        assertThat(folder(Map.of("XDG_STATE_HOME", "relative"), false)).isEqualTo(HOME.resolve(".local/state/domo"));
        assertThat(folder(Map.of("XDG_STATE_HOME", STATE.toString(), "DOMO_STATE_HOME", "own"), false))
                .isEqualTo(Path.of("own"));
        assertThat(new StateFolder(STATE).uploads()).isEqualTo(STATE.resolve("uploads"));
    }

    @Test
    void journalsHaveOtherNamesForOtherUploads() {
        Account account = new Account("https://api.domo.com", "client");
        UploadKey key = new UploadKey(account, "stream 7", "/rows.csv", "APPEND");

        assertThat(Stream.of(
                                key,
                                new UploadKey(
                                        new Account("https://api.domo.com", "c"), "stream 7", "/rows.csv", "APPEND"),
                                new UploadKey(
                                        new Account("https://a.domo.com", "client"), "stream 7", "/rows.csv", "APPEND"),
                                new UploadKey(account, "dataset 7", "/rows.csv", "APPEND"),
                                new UploadKey(account, "stream 7", "/row.csv", "APPEND"),
                                new UploadKey(account, "stream 7", "/rows.csv", "REPLACE"))
                        .map(UploadKey::fileName))
                .doesNotHaveDuplicates();
        assertThat(new UploadKey(new Account("https://api.domo.com/", "client"), "stream 7", "/rows.csv", "APPEND"))
                .isEqualTo(key);
        assertThat(key.fileName()).matches("[0-9a-f]{8}-[0-9a-f]{16}\\.journal");
    }

    private static Path folder(Map<String, String> environment, boolean windows) {
        return StateFolder.of(environment, windows, HOME).path();
    }
}
