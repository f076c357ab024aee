package io.github.domojvm.contract;

import io.github.domojvm.contract.Spec.ErrorResponse;
import io.github.domojvm.contract.Spec.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts the tested responses of each operation. */
final class Coverage {
    private final Map<String, Map<String, Integer>> counts = new TreeMap<>();
    private final @Nullable Path file;

    Coverage() {
        this(null);
    }

    private Coverage(@Nullable Path file) {
        this.file = file;
    }

    /** Returns the coverage by all JVMs of this run of the build, which is in a file. */
    static Coverage ofTheRun(String name) {
        Path file = Folders.TARGET.resolve("coverage-" + name + "-" + System.getProperty("build.run", "ide") + ".txt");
        Coverage coverage = new Coverage(file);
        try {
            Files.createDirectories(Folders.TARGET);
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    int tab = line.indexOf('\t');
                    coverage.count(line.substring(0, tab), line.substring(tab + 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return coverage;
    }

    /** Adds a response of the operation that was handled as expected. */
    synchronized void add(String operationId, Object response) {
        count(operationId, response.toString());
        if (file == null) {
            return;
        }
        try {
            Files.writeString(
                    file, operationId + "\t" + response + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void count(String operationId, String response) {
        counts.computeIfAbsent(operationId, any -> new TreeMap<>()).merge(response, 1, Integer::sum);
    }

    /** Returns the number of tested calls of the operation, with any response. */
    int calls(Operation operation) {
        return tested(operation).values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns the tested error responses of the description. */
    List<String> errors(Operation operation) {
        return operation.errors().stream()
                .map(ErrorResponse::toString)
                .filter(tested(operation)::containsKey)
                .toList();
    }

    /** Returns the tested success responses of the description. */
    List<String> successes(Operation operation) {
        return operation.successes().stream()
                .map(Object::toString)
                .filter(tested(operation)::containsKey)
                .toList();
    }

    /** Returns the responses of the description that were not tested. */
    List<String> missing(Operation operation) {
        List<String> all = new ArrayList<>();
        operation.successes().forEach(success -> all.add(success.toString()));
        operation.errors().forEach(error -> all.add(error.toString()));
        all.removeAll(tested(operation).keySet());
        return all;
    }

    private synchronized Map<String, Integer> tested(Operation operation) {
        return Map.copyOf(counts.getOrDefault(operation.id(), Map.of()));
    }
}
