package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.sandbox.FaultPlan.DueFault;
import io.github.domojvm.sandbox.FaultPlan.Place;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests a fault of a plan is applied to, and what the plan reports about them. */
class FaultSelectionTest {
    private final FaultPlan plan = new FaultPlan(Place.SANDBOX, List.of());

    @Test
    void theSameSeedSelectsTheSameRequests() {
        Fault.On half = Fault.on("GET", "/a").withProbability(0.5, 42);

        String first = selected(half, 40);

        assertThat(first).contains("x").contains(".").isEqualTo(selected(half, 40));
        assertThat(selected(Fault.on("GET", "/a").withProbability(0.5, 43), 40)).isNotEqualTo(first);
    }

    @Test
    void aSeedSelectsTheSameRequestsInEveryVersion() {
        assertThat(selected(Fault.on("GET", "/a").withProbability(0.3, 1), 30))
                .isEqualTo("..x..x......x.x..x.x..x..x...x");
    }

    @Test
    void selectsAboutTheGivenPartOfTheRequests() {
        Fault.On some = Fault.on("GET", "/a").withProbability(0.05, 7);

        assertThat(selected(some, 10_000).chars().filter(c -> c == 'x').count()).isBetween(400L, 600L);
    }

    @Test
    void selectsAllOrNoneAtTheLimits() {
        assertThat(selected(Fault.on("GET", "/a").withProbability(1, 7), 5)).isEqualTo("xxxxx");
        assertThat(selected(Fault.on("GET", "/a").withProbability(0, 7), 5)).isEqualTo(".....");
    }

    @Test
    void combinesAProbabilityWithNthAndTimes() {
        Fault.On on = Fault.on("GET", "/a").withProbability(1, 7);

        assertThat(selected(on.nth(3), 5)).isEqualTo("..xxx");
        assertThat(selected(on.nth(2).times(2), 5)).isEqualTo(".xx..");
        assertThat(selected(on.times(2).always(), 5)).isEqualTo("xxxxx");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void rejectsAnInvalidProbability(double probability) {
        assertThatThrownBy(() -> Fault.on("GET", "/a").withProbability(probability, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("probability: must be 0 to 1, but is " + probability);
    }

    @Test
    void sharesTheRequestsBetweenSeveralRandomFaults() {
        Fault busy = plan.add(Fault.on("*", "/**").withProbability(0.3, 1).respond(503, ""));
        Fault lost = plan.add(Fault.on("*", "/**").withProbability(0.3, 2).dropConnection());

        request(1000);

        FaultReport report = plan.report();
        assertThat(report.entries()).extracting(FaultReport.Entry::fault).containsExactly(busy, lost);
        assertThat(plan.fired(busy)).isBetween(200, 400);
        assertThat(plan.fired(lost)).isBetween(100, 300);
        assertThat(report.entries())
                .extracting(FaultReport.Entry::matched)
                .containsExactly(1000, 1000 - plan.fired(busy));
    }

    @Test
    void reportsTheRequestsOfEachFaultAsATable() {
        plan.add(Fault.on("GET", "/a").nth(2).respond(503, ""));
        plan.add(Fault.on("PUT", "/b").withProbability(0.5, 9).performThenDropConnection());
        request(3);

        assertThat(plan.report().toString().lines())
                .containsExactly(
                        "matched  fired  fault",
                        "      3      1  GET /a from request 2, 1 time(s): respond 503",
                        "                GET /a",
                        "      0      0  PUT /b from request 1, always with probability 0.5 and seed 9:"
                                + " perform then drop connection");
    }

    @Test
    void reportsTheLatestHundredRequests() {
        plan.add(Fault.on("GET", "/**").always().respond(503, ""));
        IntStream.range(0, 130).forEach(i -> fire("GET", "/" + i));

        assertThat(plan.report().entries().get(0).requests())
                .hasSize(100)
                .startsWith("GET /30")
                .endsWith("GET /129");
    }

    @Test
    void aFaultThatIsDueButHasNoEffectHasNotFired() {
        Fault fault = plan.add(Fault.on("GET", "/a").respond(503, ""));

        assertThat(plan.next("GET", "/a")).isNotNull();

        assertThat(plan.fired(fault)).isZero();
        assertThat(plan.outstanding()).containsExactly(fault);
        assertThat(plan.next("GET", "/a")).isNull();
    }

    @Test
    void awaitFiredReturnsWhenTheFaultHasFired() throws Exception {
        Fault fault = plan.add(Fault.on("GET", "/a").times(2).respond(503, ""));
        Thread other = new Thread(() -> request(1));
        other.start();

        plan.awaitFired(fault);

        assertThat(plan.fired(fault)).isEqualTo(1);
        other.join();
    }

    @Test
    void awaitFiredEndsWhenTheFaultIsRemoved() throws Exception {
        Fault fault = plan.add(Fault.on("GET", "/a").respond(503, ""));
        CountDownLatch started = new CountDownLatch(1);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread waiting = new Thread(() -> {
            started.countDown();
            try {
                plan.awaitFired(fault);
            } catch (IllegalArgumentException | InterruptedException e) {
                failure.set(e);
            }
        });
        waiting.start();
        started.await();

        plan.clear();

        waiting.join();
        assertThat(failure.get()).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("not in this plan");
    }

    /** Returns a character for each of the first requests: x if it is selected. */
    private static String selected(Fault.On on, int requests) {
        FaultPlan fresh = new FaultPlan(Place.SANDBOX, List.of(on.respond(503, "")));
        StringBuilder selected = new StringBuilder();
        for (int i = 0; i < requests; i++) {
            selected.append(fresh.next("GET", "/a") == null ? '.' : 'x');
        }
        return selected.toString();
    }

    private void request(int times) {
        for (int i = 0; i < times; i++) {
            fire("GET", "/a");
        }
    }

    private void fire(String method, String path) {
        DueFault due = plan.next(method, path);
        if (due != null) {
            due.fired().run();
        }
    }
}
