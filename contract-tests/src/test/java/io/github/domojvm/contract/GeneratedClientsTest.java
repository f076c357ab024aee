package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Fault;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Runs the programs in src/test/kotlin and src/test/typescript against the sandbox. Each uses a client that the build
 * generates from the published description.
 */
class GeneratedClientsTest {
    private static final Fault UNKNOWN_TYPE =
            Fault.on("GET", "/v1/datasets/{id}").respond(200, """
                    {"name": "Tides", "schema": {"columns": [{"name": "harbour", "type": "GEOGRAPHY"}]}}
                    """);
    private static final Fault UNKNOWN_STATE =
            Fault.on("GET", "/v1/streams/1/executions/2").respond(200, """
                    {"id": 2, "currentState": "PAUSED", "createdAt": "2026-03-05T05:06:07Z"}
                    """);

    @Test
    void kotlinReadsConstantsThatTheDescriptionDoesNotList() throws Exception {
        check(
                "kotlin-client",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "com.example.ListDataSetsKt");
    }

    @Test
    @EnabledIf(
            value = "io.github.domojvm.contract.Tools#haveNode",
            disabledReason = "tsc requires Node 20 with npm, but this run uses Docker for the tools")
    void typeScriptCompilesStrictlyAndReadsConstantsThatTheDescriptionDoesNotList() throws Exception {
        Command.Outcome compiled = Command.run(
                List.of("node", "node_modules/typescript/bin/tsc", "--project", "src/test/typescript"),
                Folders.MODULE,
                Folders.log("tsc"));
        assertThat(compiled.exitCode()).as(compiled.output()).isZero();

        check("typescript-client", "node", "target/typescript/src/test/typescript/listDataSets.js");
    }

    private static void check(String log, String... program) throws Exception {
        try (DomoSandbox sandbox =
                DomoSandbox.builder().faults(UNKNOWN_TYPE, UNKNOWN_STATE).start()) {
            ProcessBuilder command = Command.prepare(List.of(program), Folders.MODULE);
            command.environment().putAll(sandbox.environment());

            Command.Outcome outcome = Command.run(command, Folders.log(log));

            assertThat(outcome.exitCode()).as(outcome.output()).isZero();
            assertThat(outcome.output().lines()).contains("Tides: [harbour GEOGRAPHY]", "execution 2: PAUSED");
            assertThat(sandbox.faults().outstanding()).isEmpty();
            assertThat(sandbox.requests())
                    .anyMatch(request -> request.method().equals("GET")
                            && request.path().equals("/v1/datasets")
                            && request.query().contains("sort=name") // Kotlin clients send the defaults too
                            && request.status() == 200)
                    .anyMatch(request -> request.method().equals("POST")
                            && request.path().equals("/v1/datasets")
                            && request.status() < 300);
        }
    }
}
