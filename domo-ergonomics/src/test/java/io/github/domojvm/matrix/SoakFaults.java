package io.github.domojvm.matrix;

import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.sandbox.FaultPlan;
import io.github.domojvm.sandbox.FaultReport;
import io.github.domojvm.sandbox.FaultResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Faults of many kinds that affect a random part of all requests. */
final class SoakFaults {
    private static final Target ALL = new Target("*", "/**");
    private static final List<Function<Fault.On, Fault>> KINDS = List.of(
            on -> on.respond(503, ""),
            on -> on.performThenRespond(503, ""),
            on -> on.respond(500, "{\"status\":500,\"message\":\"it broke\"}"),
            on -> on.respond(429, "", "Retry-After", "1"),
            on -> on.respond(408, ""),
            on -> on.respond(401, ""),
            on -> on.respond(404, ""),
            on -> on.performThenRespond(409, ""),
            on -> on.respond(FaultResponse.HTML_PAGE),
            on -> on.performThenRespond(FaultResponse.UNRELATED_JSON),
            on -> on.performThenRespond(FaultResponse.TRUNCATED_JSON),
            on -> on.performThenRespond(FaultResponse.BROKEN_GZIP),
            on -> on.dropConnection(),
            on -> on.performThenDropConnection(),
            on -> on.performTwice(),
            on -> on.inRequest(30).reset(),
            on -> on.inRequestBody(5).close(),
            on -> on.inResponse(0).reset(),
            on -> on.inResponseBody(5).close(),
            on -> on.inResponseBody(5).delay(Duration.ofMillis(1)),
            on -> on.inResponseBody(0).drip(50, Duration.ofMillis(1)));
    private static final List<Function<Fault.On, Fault>> STALLS = List.of(
            on -> on.stall(),
            on -> on.performThenStall(),
            on -> on.inResponseBody(5).stall());

    private final FaultPlan plan;

    /**
     * Plans the faults.
     *
     * @param probability the part of all requests that are affected
     */
    SoakFaults(Servers servers, Wire wire, double probability, long seed) {
        plan = servers.proxy.faults();
        double each = probability / (KINDS.size() + STALLS.size());
        long next = seed;
        for (Function<Fault.On, Fault> kind : KINDS) {
            plan.add(kind.apply(ALL.on().withProbability(each, next++)));
        }
        List<Fault> stalls = new ArrayList<>();
        for (Function<Fault.On, Fault> kind : STALLS) {
            stalls.add(plan.add(kind.apply(ALL.on().withProbability(each, next++))));
        }
        wire.expectStall(ALL, () -> stalls.stream().mapToInt(plan::fired).sum());
    }

    long fired() {
        return plan.report().entries().stream()
                .mapToLong(FaultReport.Entry::fired)
                .sum();
    }
}
