package io.github.domojvm.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What CHANGELOG.md declares as breaking in the version that is to come. */
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
