package io.github.domojvm.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** An API as a sorted list of facts, one per line, each with a subject and a detail. */
record ApiFacts(TreeMap<String, String> facts) {
    private static final String SEPARATOR = " : ";

    static ApiFacts none() {
        return new ApiFacts(new TreeMap<>());
    }

    static ApiFacts read(Path file) throws IOException {
        ApiFacts read = none();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split(SEPARATOR, 2);
            read.add(parts[0], parts[1]);
        }
        return read;
    }

    void add(String subject, String detail) {
        String before = facts.put(subject, detail);
        if (before != null) {
            throw new IllegalStateException("Two facts about " + subject + ": " + before + " and " + detail + ".");
        }
    }

    /** Returns the operation, schema or class that a fact belongs to. */
    static String owner(String subject) {
        String plain = subject.replaceFirst("[( ].*", "");
        int end = plain.lastIndexOf('.');
        return end < 0 ? plain : plain.substring(0, end);
    }

    /** Returns whether there is a fact about the owner, such as the schema of a member. */
    boolean knows(String owner) {
        return facts.containsKey(owner);
    }

    /** Returns the requests and responses that contain a schema, directly or inside another schema. */
    Set<String> uses(String schema) {
        Set<String> holders = new TreeSet<>(Set.of(schema));
        Set<String> uses = new TreeSet<>();
        int before;
        do {
            before = holders.size();
            facts.forEach((subject, detail) -> {
                if (holders.contains(detail.substring(detail.lastIndexOf(' ') + 1))) {
                    String[] words = subject.split(" ", -1);
                    if (words.length > 1) {
                        uses.add(words[1] + " of " + words[0]);
                    } else {
                        holders.add(owner(subject));
                    }
                }
            });
        } while (holders.size() > before);
        return uses;
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, lines());
    }

    List<String> lines() {
        return facts.entrySet().stream()
                .map(fact -> fact.getKey() + SEPARATOR + fact.getValue())
                .toList();
    }

    Map<String, String> all() {
        return Map.copyOf(facts);
    }
}
