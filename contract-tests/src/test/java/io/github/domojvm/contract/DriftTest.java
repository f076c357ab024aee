package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.DomoClient;
import io.github.domojvm.contract.DriftReport.Line;
import io.github.domojvm.dataset.ListDataSetsOptions;
import io.github.domojvm.sandbox.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How drift is found, shown on a sandbox: it departs from the description where a planned fault says so. */
@ExtendWith(PrismExtension.class)
class DriftTest {
    @Test
    void aServiceAsDescribedShowsNoDrift(ProxiedSandbox proxied) throws Exception {
        assertThat(proxied.world()).isNotNull();

        DriftReport report = look(proxied, false);

        assertThat(report.departing()).isEmpty();
        assertThat(report.text()).doesNotContain("Could not be read");
        assertThat(report.lines()).extracting(Line::status).containsOnly(200);
        assertThat(report.lines())
                .extracting(Line::operationId)
                .contains("createAccessToken", "getTask", "getDrillPath");
        assertThat(report.text()).contains("getUser                           200  as described");
    }

    @Test
    void anAnswerThatDepartsIsNamedWithItsMember(ProxiedSandbox proxied) throws Exception {
        assertThat(proxied.world()).isNotNull();
        proxied.sandbox()
                .faults()
                .add(Fault.on("GET", "/v1/groups/*")
                        .respond(200, "{\"id\":901,\"name\":\"Pilots\",\"active\":\"yes\"}"));
        proxied.sandbox().faults().add(Fault.on("GET", "/v1/pages").respond(207, "[]"));

        DriftReport report = look(proxied, false);

        assertThat(report.departing()).extracting(Line::operationId).containsExactly("getGroup", "listPages");
        assertThat(report.departing().get(0).departures())
                .singleElement()
                .asString()
                .contains("active", "boolean");
        assertThat(report.text())
                .contains("Drift: ", "2 with answers that the description does not allow")
                .contains("response.body.active: ")
                .contains("Could not be read: ")
                .contains("Not looked at: ")
                .containsPattern("Not looked at: .*getPage");
    }

    @Test
    void absenceOfAMemberThatEveryResponseShouldHaveIsReported(ProxiedSandbox proxied) throws Exception {
        assertThat(proxied.world()).isNotNull();
        proxied.sandbox().faults().add(Fault.on("GET", "/v1/groups").respond(200, "[{\"id\":901}]"));

        DriftReport report = look(proxied, false);

        assertThat(report.departing()).extracting(Line::operationId).containsExactly("listGroups");
        assertThat(report.text()).contains("response.body.name: is absent, and is marked as always present");
    }

    @Test
    void whatWasWrittenForTheLookIsTakenAway(ProxiedSandbox proxied) throws Exception {
        assertThat(proxied.world()).isNotNull();

        DriftReport report = look(proxied, true);

        assertThat(report.departing()).isEmpty();
        assertThat(report.lines())
                .extracting(Line::operationId)
                .contains("uploadPart", "deleteStream", "removeGroupUser", "deletePageCollection", "deleteAttachment");
        assertThat(report.lines()).extracting(Line::status).allMatch(status -> status < 300);
        try (WireTap tap = WireTap.before(proxied.observer());
                DomoClient domo = proxied.client(tap)) {
            assertThat(domo.dataSets()
                            .list(ListDataSetsOptions.builder()
                                    .nameLike("drift")
                                    .build())
                            .toList())
                    .isEmpty();
        }
    }

    private static DriftReport look(ProxiedSandbox proxied, boolean write) throws Exception {
        try (WireTap tap = WireTap.before(proxied.observer());
                DomoClient domo = proxied.client(tap)) {
            return DriftReport.look(domo, tap, write);
        }
    }
}
