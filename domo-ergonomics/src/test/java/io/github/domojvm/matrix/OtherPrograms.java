package io.github.domojvm.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.dataset.DataSets;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.schema.SchemaBuilder;
import java.time.Duration;
import java.util.Map;

/** Effects that are not in a message: what other programs, the operator and the machine do meanwhile. */
final class OtherPrograms {
    private static final Duration JUMP = Duration.ofHours(2);

    private OtherPrograms() {}

    static void addTo(Map<String, Effect> effects) {
        effects.put("other program", (setup, none) -> setup.otherProgram());
        effects.put("other program commits", (setup, none) -> commit(setup));
        effects.put("other program's commit is processed", (setup, none) -> {
            commit(setup);
            setup.before(() -> setup.world.servers.timing.pass(Servers.COMMIT_DELAY));
            setup.otherProgramCommits(setup.shape.rowsBefore(setup.shape.faultyPart()));
        });
        effects.put(
                "Stream is deleted",
                (setup, none) ->
                        setup.before(() -> setup.world.servers.control.streams().delete(setup.world.stream.id())));
        effects.put("columns change", (setup, none) -> setup.before(() -> changeColumns(setup.world)));
        effects.put(
                "clock of the service +2 h", (setup, none) -> setup.before(() -> setup.world.servers.clock.jump(JUMP)));
        effects.put(
                "clock of the service -2 h",
                (setup, none) -> setup.before(() -> setup.world.servers.clock.jump(JUMP.negated())));
        effects.put(
                "clock of the machine +2 h",
                (setup, none) -> setup.before(() -> setup.world.servers.timing.pass(JUMP)));
        effects.put("tokens expire", (setup, none) -> {
            setup.before(setup.world.servers.sandbox::expireTokens);
            setup.afterwards(
                    () -> assertThat(tokenRequests(setup)).as("token requests").isEqualTo(2));
        });
        effects.put("tokens cannot be renewed", (setup, response) -> {
            setup.whatever(setup.target.on().always().respond(401, ""));
            setup.whatever(Fault.on("POST", "/oauth/token").nth(2).always().respond(Responses.named(setup, response)));
        });
    }

    private static long tokenRequests(Setup setup) {
        return setup.world.wire.sent().stream()
                .filter(request -> request.is("POST", "/oauth/token"))
                .count();
    }

    private static void changeColumns(World world) {
        DataSets dataSets = world.servers.control.dataSets();
        Schema wanted = SchemaBuilder.builder()
                .stringColumn("id")
                .longColumn("n")
                .stringColumn("added")
                .build();
        dataSets.changeSchema(world.dataSetId(), dataSets.compareSchema(world.dataSetId(), wanted));
    }

    /** Commits the parts that have arrived, which is the fault of the other program. */
    private static void commit(Setup setup) {
        setup.option(request -> request.parallelism(1));
        World world = setup.world;
        setup.before(() -> world.servers
                .control
                .executions()
                .commit(world.stream.id(), world.openExecutions().get(0).id()));
    }
}
