package io.github.domojvm.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.domojvm.DomoClient;
import io.github.domojvm.contract.Spec.Operation;
import io.github.domojvm.contract.WireTap.Exchange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Where a service departs from the description, by operation. */
final class DriftReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One operation and status.
     *
     * @param departures what Prism found, each with the place and the member
     */
    record Line(String operationId, int status, List<String> departures) {}

    private final List<Line> lines;
    private final List<String> unreadable;
    private final List<String> unseen;

    private DriftReport(List<Line> lines, List<String> unreadable, List<String> unseen) {
        this.lines = lines;
        this.unreadable = unreadable;
        this.unseen = unseen;
    }

    /** Reads from a service, or writes to it as well, and tells what went by the tap. */
    static DriftReport look(DomoClient domo, WireTap tap, boolean write) {
        DriftCaller caller = new DriftCaller(domo);
        DriftReads.run(caller);
        if (write) {
            DriftWrites.run(caller);
        }
        return of(Spec.read().operations(), tap.exchanges(), caller.unreadable());
    }

    private static DriftReport of(
            Collection<Operation> operations, Collection<Exchange> exchanges, List<String> unreadable) {
        Map<String, Line> lines = new LinkedHashMap<>();
        for (Exchange exchange : exchanges) {
            String id = exchange.operation().id();
            Line line = lines.computeIfAbsent(
                    id + " " + exchange.status(), any -> new Line(id, exchange.status(), new ArrayList<>()));
            Stream.concat(departures(exchange.violations()).stream(), exchange.absent().stream())
                    .filter(departure -> !line.departures().contains(departure))
                    .forEach(line.departures()::add);
        }
        List<String> unseen = operations.stream()
                .map(Operation::id)
                .filter(id -> lines.values().stream()
                        .noneMatch(line -> line.operationId().equals(id)))
                .toList();
        return new DriftReport(List.copyOf(lines.values()), unreadable, unseen);
    }

    List<Line> lines() {
        return lines;
    }

    List<Line> departing() {
        return lines.stream().filter(line -> !line.departures().isEmpty()).toList();
    }

    String summary() {
        return "Drift: " + lines.stream().map(Line::operationId).distinct().count() + " operations looked at, "
                + departing().size() + " with answers that the description does not allow";
    }

    String text() {
        StringBuilder text = new StringBuilder(summary()).append('\n');
        for (Line line : lines) {
            text.append(String.format(
                    "%-33s %d  %s%n",
                    line.operationId(), line.status(), line.departures().isEmpty() ? "as described" : ""));
            line.departures()
                    .forEach(departure -> text.append("    ").append(departure).append('\n'));
        }
        unreadable.forEach(
                message -> text.append("Could not be read: ").append(message).append('\n'));
        return text.append("Not looked at: ")
                .append(String.join(", ", unseen))
                .append('\n')
                .toString();
    }

    /**
     * Prism tells its findings as JSON in one header; numbers of array elements are left out, so that each member shows
     * once.
     */
    private static List<String> departures(String violations) {
        if (violations.isEmpty()) {
            return List.of();
        }
        try {
            return StreamSupport.stream(JSON.readTree(violations).spliterator(), false)
                    .map(found -> place(found.path("location")) + ": "
                            + found.path("message").asText())
                    .map(text -> text.replaceAll("\\b\\d+\\.", ""))
                    .distinct()
                    .toList();
        } catch (JsonProcessingException other) {
            return List.of(violations);
        }
    }

    private static String place(JsonNode location) {
        return String.join(
                ".",
                StreamSupport.stream(location.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
    }
}
