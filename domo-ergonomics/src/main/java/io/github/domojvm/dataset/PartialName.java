package io.github.domojvm.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The names of the partial files of one target: {@code .TARGET.RANDOM.partial} in its folder.
 *
 * @param folder the folder
 * @param stem the beginning of the names
 */
record PartialName(Path folder, String stem) {
    private static final String END = ".partial";
    private static final Pattern RANDOM = Pattern.compile("[0-9a-f]{8}");
    /** Most file systems limit a name to 255 bytes. */
    private static final int MOST_BYTES = 200;

    private static final int FEW_CHARACTERS = 40;

    static PartialName of(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        Path file = target.getFileName();
        if (folder == null || file == null) {
            throw new IllegalArgumentException("target must be a regular file: " + target);
        }
        String name = file.toString();
        return name.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES
                ? new PartialName(folder, "." + name + ".")
                : new PartialName(
                        folder, "." + name.substring(0, FEW_CHARACTERS) + Integer.toHexString(name.hashCode()) + ".");
    }

    /** Returns a path that is not in use. */
    Path next() {
        return folder.resolve(stem + UUID.randomUUID().toString().substring(0, 8) + END);
    }

    /** Returns the existing files; none if the folder cannot be listed. */
    List<Path> existing() {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, this::matches)) {
            entries.forEach(files::add);
        } catch (IOException | DirectoryIteratorException e) {
            return List.of();
        }
        return files;
    }

    private boolean matches(Path entry) {
        String name = String.valueOf(entry.getFileName());
        int random = name.length() - END.length();
        return name.startsWith(stem)
                && name.endsWith(END)
                && random > stem.length()
                && RANDOM.matcher(name.substring(stem.length(), random)).matches()
                && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS);
    }
}
