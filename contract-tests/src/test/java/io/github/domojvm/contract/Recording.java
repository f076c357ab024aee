package io.github.domojvm.contract;

import io.github.domojvm.sandbox.Quirk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The requests of one client in the order in which it sent them.
 *
 * @param client the name of the file, which identifies the client
 * @param quirks the quirks without which the sandbox rejects some of the requests
 * @param calls the requests
 */
record Recording(String client, Set<Quirk> quirks, List<RecordedCall> calls) {
    private static final String EXTENSION = ".jsonl";

    /** Reads all recordings, ordered by client. */
    static List<Recording> all() {
        try (Stream<Path> files = Files.list(Folders.RECORDED)) {
            return files.filter(file -> file.toString().endsWith(EXTENSION))
                    .sorted()
                    .map(Recording::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Recording read(Path file) {
        String client = file.getFileName().toString().replace(EXTENSION, "");
        try {
            return new Recording(
                    client,
                    quirks(client),
                    Files.readAllLines(file).stream().map(RecordedCall::read).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<Quirk> quirks(String client) {
        Set<Quirk> quirks = EnumSet.noneOf(Quirk.class);
        Tsv.rows("quirks.tsv").stream()
                .filter(row -> row.get(0).equals(client))
                .forEach(row -> quirks.add(Quirk.valueOf(row.get(1))));
        return quirks;
    }

    @Override
    public String toString() {
        return client;
    }
}
