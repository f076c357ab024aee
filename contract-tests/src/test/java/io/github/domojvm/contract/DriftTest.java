package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.DomoClient;
import io.github.domojvm.contract.DriftReport.Line;
import io.github.domojvm.dataset.ListDataSetsOptions;
import io.github.domojvm.sandbox.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests the drift report with a sandbox whose planned faults violate the description. */
@ExtendWith(PrismExtension.class)
class DriftTest {
    @Test
    void reportsNoDriftForAConformingService(ProxiedSandbox proxied) throws Exception {
        assertThat(proxied.world()).isNotNull();

        DriftReport report = report(proxied, false);

        assertThat(report.violating()).isEmpty();
        assertThat(report.text()).doesNotContain("Could not be read");
        assertThat(report.lines()).extracting(Line::status).containsOnly(200);
        assertThat(report.lines())
                .extracting(Line::operationId)
                .contains("createAccessToken", "getTask", "getDrillPath");
        assertThat(report.text()).contains("getUser                           200  as described");
    }

    @Test
    void reportsAViolatingResponseWithItsMember(ProxiedSandbox proxied) throws Exception {
        assertThat(proxied.world()).isNotNull();
        proxied.sandbox()
                .faults()
                .add(Fault.on("GET", "/v1/groups/*")
                        .respond(200, "{\"id\":901,\"name\":\"Pilots\",\"active\":\"yes\"}"));
        proxied.sandbox().faults().add(Fault.on("GET", "/v1/pages").respond(207, "[]"));

        DriftReport report = report(proxied, false);

        assertThat(report.violating()).extracting(Line::operationId).containsExactly("getGroup", "listPages");
        assertThat(report.violating().get(0).violations())
                .singleElement()
                .asString()
                .contains("active", "boolean");
        assertThat(report.text())
                .contains("Drift: ", "2 with responses that violate the description")
                .contains("response.body.active: ")
                .contains("Could not be read: ")
                .contains("Not checked: ")
                .containsPattern("Not checked: .*getPage");
    }

    @Test
    void reportsAnAbsentMemberThatEveryResponseShouldHave(ProxiedSandbox proxied) throws Exception {
        assertThat(proxied.world()).isNotNull();
        proxied.sandbox().faults().add(Fault.on("GET", "/v1/groups").respond(200, "[{\"id\":901}]"));

        DriftReport report = report(proxied, false);

        assertThat(report.violating()).extracting(Line::operationId).containsExactly("listGroups");
        assertThat(report.text()).contains("response.body.name: is absent but marked as always present");
    }

    @Test
    void deletesTheObjectsThatItCreates(ProxiedSandbox proxied) throws Exception {
        assertThat(proxied.world()).isNotNull();

        DriftReport report = report(proxied, true);

        assertThat(report.violating()).isEmpty();
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

    private static DriftReport report(ProxiedSandbox proxied, boolean write) throws Exception {
        try (WireTap tap = WireTap.before(proxied.observer());
                DomoClient domo = proxied.client(tap)) {
            return DriftReport.create(domo, tap, write);
        }
    }
}
