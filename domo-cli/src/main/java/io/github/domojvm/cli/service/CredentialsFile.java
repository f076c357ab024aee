package io.github.domojvm.cli.service;

import io.github.domojvm.error.DomoIoException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a file of {@code NAME=VALUE} lines with {@code #} comments. {@code export NAME=VALUE} is accepted as well, so
 * that the output of {@code domo sandbox} can be saved. No message contains a value.
 */
final class CredentialsFile {
    private static final Set<PosixFilePermission> SHARED = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private CredentialsFile() {}

    static Map<String, String> read(Path file) {
        List<String> lines;
        try {
            rejectShared(file);
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new DomoIoException(
                    "Cannot read the credentials file " + file + ": "
                            + e.getClass().getSimpleName() + ". Check the path and the permissions.",
                    true,
                    e);
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                add(values, line.replaceFirst("^export\\s+", ""), file + ", line " + (i + 1));
            }
        }
        return values;
    }

    private static void add(Map<String, String> values, String line, String place) {
        int equals = line.indexOf('=');
        String name = equals < 0 ? "" : line.substring(0, equals).strip();
        if (!Setting.NAMES.contains(name)) {
            throw new IllegalArgumentException(place + ": expected NAME=VALUE with one of these names: "
                    + Setting.NAMES.stream().sorted().toList() + ".");
        }
        values.put(name, unquoted(line.substring(equals + 1).strip()));
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2
                && (value.startsWith("'") || value.startsWith("\""))
                && value.charAt(0) == value.charAt(value.length() - 1);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static void rejectShared(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        if (Files.getPosixFilePermissions(file).stream().anyMatch(SHARED::contains)) {
            throw new IllegalArgumentException("Cannot use the credentials file " + file
                    + ". Other users can read or write it. Restrict its permissions: chmod 600 " + file);
        }
    }
}
