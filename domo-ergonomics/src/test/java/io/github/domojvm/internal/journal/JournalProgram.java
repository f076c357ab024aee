package io.github.domojvm.internal.journal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/** Uses a journal in a separate process and reports each step as a line. */
final class JournalProgram {
    private JournalProgram() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "open" -> open(file);
            case "append" -> append(file);
            case "create" -> create(file);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void open(Path file) throws IOException {
        try (JournalFile journal = JournalFile.open(file)) {
            report(Integer.toString(journal.records().size()));
            // Ends when the test closes the stream.
            System.in.read();
        } catch (JournalInUseException e) {
            report(e.getMessage());
        }
    }

    /** Appends until it is stopped, or the file may not grow. */
    private static void append(Path file) throws IOException {
        try (JournalFile journal = JournalFile.open(file)) {
            try {
                for (int number = journal.records().size(); number > 0; number++) {
                    journal.append(JournalRecord.of("part").with("text", "x".repeat(number * 7919 % 701)));
                    report(Integer.toString(number + 1));
                }
            } catch (IOException e) {
                report(e.getMessage());
                try {
                    journal.append(JournalRecord.of("short"));
                } catch (IOException second) {
                    report(second.getMessage());
                }
            }
        }
    }

    /** Creates many journals while another process creates the same ones. */
    private static void create(Path folder) throws IOException {
        report("ready");
        System.in.read();
        for (int i = 0; i < 300; i++) {
            try {
                JournalFile.create(folder.resolve("journal" + i), JournalRecord.of("upload"))
                        .close();
                report("created");
            } catch (FileAlreadyExistsException e) {
                report("exists");
            }
        }
    }

    private static void report(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
