package io.github.domojvm.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The breaking changes that CHANGELOG.md declares for the next release. */
record Changelog(List<String> breaking) {
    static Changelog read(Path file) throws IOException {
        return of(Files.readString(file));
    }

    static Changelog of(String text) {
        List<String> lines = new ArrayList<>();
        String version = "";
        String section = "";
        for (String line : text.lines().toList()) {
            if (line.startsWith("## ")) {
                version = line.substring(3).strip();
                section = "";
            } else if (line.startsWith("### ")) {
                section = line.substring(4).strip();
            } else if (version.equals("Unreleased") && section.equals("Breaking")) {
                lines.add(line);
            }
        }
        return new Changelog(List.copyOf(lines));
    }

    boolean declares(String name) {
        return breaking.stream().anyMatch(line -> line.contains("`" + name + "`"));
    }
}
