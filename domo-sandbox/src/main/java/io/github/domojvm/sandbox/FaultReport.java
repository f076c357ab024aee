package io.github.domojvm.sandbox;

import java.util.List;

/**
 * How often each fault of a plan matched and was applied, for the output of a test.
 *
 * <pre>{@code
 * System.out.println(sandbox.faults().report());
 * // matched  fired  fault
 * //       3      1  PUT /v1/datasets/{id}/data from request 1, 1 time(s): respond 503
 * //                PUT /v1/datasets/4405ff58/data
 * }</pre>
 *
 * @param entries one entry per fault, in the order in which they were added to the plan
 */
public record FaultReport(List<Entry> entries) {
    /**
     * The requests of one fault.
     *
     * @param fault the fault
     * @param matched number of requests that the fault was considered for; requests to which an earlier fault was
     *     applied are not counted
     * @param fired number of requests that the fault has been applied to
     * @param requests the latest 100 of these requests as method and path, oldest first
     */
    public record Entry(Fault fault, int matched, int fired, List<String> requests) {}

    /**
     * Returns the report as a table.
     *
     * @return a line with the names of the columns, a line for each fault, and below it a line for each request
     */
    @Override
    public String toString() {
        StringBuilder table = new StringBuilder("matched  fired  fault");
        for (Entry entry : entries) {
            table.append(String.format("%n%7d  %5d  %s", entry.matched, entry.fired, entry.fault));
            entry.requests.forEach(request -> table.append(String.format("%n%16s%s", "", request)));
        }
        return table.toString();
    }
}
