package io.github.domojvm.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** The secrets that tests use, and where they may occur, from {@code secrets.tsv}. */
record Secrets(List<Pattern> secrets, List<Allowed> allowed) {
    private static final String RECORDING = ".jfr";

    /** Text that may contain a secret, in files whose path contains the given one. */
    private record Allowed(String file, Pattern text) {}

    static Secrets parse(String table) {
        List<Pattern> secrets = new ArrayList<>();
        List<Allowed> allowed = new ArrayList<>();
        table.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            String[] columns = line.split("\t", -1);
            switch (columns[0]) {
                case "secret" -> secrets.add(Pattern.compile(columns[1]));
                case "allowed" -> allowed.add(new Allowed(columns[1], Pattern.compile(columns[2])));
                default -> throw new IllegalArgumentException("A rule is secret or allowed, not: " + line);
            }
        });
        return new Secrets(List.copyOf(secrets), List.copyOf(allowed));
    }

    /** Returns the lines of a file that contain a secret, each with the path of the file. */
    Set<String> find(Path root, Path file) throws IOException {
        String path = root.relativize(file).toString().replace('\\', '/');
        Set<String> found = new LinkedHashSet<>();
        for (String line : lines(file)) {
            String rest = withoutAllowed(path, line);
            secrets.stream()
                    .map(secret -> secret.matcher(rest))
                    .filter(Matcher::find)
                    .findFirst()
                    .ifPresent(secret -> found.add(path + ": " + secret.group() + " in: " + line.strip()));
        }
        return found;
    }

    private String withoutAllowed(String path, String line) {
        String rest = line;
        for (Allowed place : allowed) {
            if (path.contains(place.file())) {
                rest = place.text().matcher(rest).replaceAll("");
            }
        }
        return rest;
    }

    /** Reads bytes as characters, so that journals and other binary files are searched too. */
    private static List<String> lines(Path file) throws IOException {
        if (file.toString().endsWith(RECORDING)) {
            return exceptions(file);
        }
        return Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
    }

    /** Returns class and message of the exceptions in a recording. */
    static List<String> exceptions(Path recording) throws IOException {
        Set<String> messages = new LinkedHashSet<>();
        try (RecordingFile events = new RecordingFile(recording)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                if (event.hasField("thrownClass")) {
                    messages.add(event.getClass("thrownClass").getName() + ": " + event.getString("message"));
                }
            }
        }
        return List.copyOf(messages);
    }
}
