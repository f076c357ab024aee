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

/** The responses of a service that violate the description, by operation. */
final class DriftReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The result for one operation and status.
     *
     * @param violations the violations of the description, each with its location
     */
    record Line(String operationId, int status, List<String> violations) {}

    private final List<Line> lines;
    private final List<String> unreadable;
    private final List<String> unchecked;

    private DriftReport(List<Line> lines, List<String> unreadable, List<String> unchecked) {
        this.lines = lines;
        this.unreadable = unreadable;
        this.unchecked = unchecked;
    }

    /** Calls a service, optionally with writes, and reports the exchanges that the tap recorded. */
    static DriftReport create(DomoClient domo, WireTap tap, boolean write) {
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
            Stream.concat(parse(exchange.violations()).stream(), exchange.absent().stream())
                    .filter(violation -> !line.violations().contains(violation))
                    .forEach(line.violations()::add);
        }
        List<String> unchecked = operations.stream()
                .map(Operation::id)
                .filter(id -> lines.values().stream()
                        .noneMatch(line -> line.operationId().equals(id)))
                .toList();
        return new DriftReport(List.copyOf(lines.values()), unreadable, unchecked);
    }

    List<Line> lines() {
        return lines;
    }

    List<Line> violating() {
        return lines.stream().filter(line -> !line.violations().isEmpty()).toList();
    }

    String summary() {
        return "Drift: " + lines.stream().map(Line::operationId).distinct().count() + " operations checked, "
                + violating().size() + " with responses that violate the description";
    }

    String text() {
        StringBuilder text = new StringBuilder(summary()).append('\n');
        for (Line line : lines) {
            text.append(String.format(
                    "%-33s %d  %s%n",
                    line.operationId(), line.status(), line.violations().isEmpty() ? "as described" : ""));
            line.violations()
                    .forEach(violation -> text.append("    ").append(violation).append('\n'));
        }
        unreadable.forEach(
                message -> text.append("Could not be read: ").append(message).append('\n'));
        return text.append("Not checked: ")
                .append(String.join(", ", unchecked))
                .append('\n')
                .toString();
    }

    /**
     * Parses the violations, which Prism reports as JSON in one header. Array indexes are removed, so that each member
     * is listed once.
     */
    private static List<String> parse(String violations) {
        if (violations.isEmpty()) {
            return List.of();
        }
        try {
            return StreamSupport.stream(JSON.readTree(violations).spliterator(), false)
                    .map(found -> location(found.path("location")) + ": "
                            + found.path("message").asText())
                    .map(text -> text.replaceAll("\\b\\d+\\.", ""))
                    .distinct()
                    .toList();
        } catch (JsonProcessingException other) {
            return List.of(violations);
        }
    }

    private static String location(JsonNode location) {
        return String.join(
                ".",
                StreamSupport.stream(location.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
    }
}
