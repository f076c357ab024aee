package io.github.domojvm.cli.journal;

import io.github.domojvm.cli.journal.UploadKey.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The journals of a folder.
 *
 * @param own the journals of one account, oldest first
 * @param others the number of journals of other accounts
 */
public record JournalFolder(List<Path> own, long others) {
    /** Lists the journals of a folder, which may not exist. */
    public static JournalFolder list(Path folder, Account account) throws IOException {
        if (!Files.isDirectory(folder)) {
            return new JournalFolder(List.of(), 0);
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> journals = files.filter(file -> UploadKey.isJournal(name(file)))
                    .sorted(Comparator.comparingLong(JournalFolder::modified).thenComparing(JournalFolder::name))
                    .toList();
            List<Path> own = journals.stream()
                    .filter(file -> name(file).startsWith(account.prefix()))
                    .toList();
            return new JournalFolder(own, journals.size() - own.size());
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static long modified(Path file) {
        // Returns 0 for a file that another process has deleted meanwhile.
        return file.toFile().lastModified();
    }
}
