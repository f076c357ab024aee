package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.contract.Spec.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractTableTest {
    @Test
    void anOperationIsCompleteWhenEveryResponseAndTheSandboxAreTested() {
        Operation operation = Spec.read().operation("GET", "/v1/users/7");
        Coverage client = new Coverage();
        Coverage sandbox = new Coverage();
        ContractTable table = new ContractTable(List.of(operation), client, sandbox);
        operation.successes().forEach(success -> client.add("getUser", success));
        operation.errors().stream().skip(1).forEach(error -> client.add("getUser", error));

        assertThat(table.gaps())
                .containsExactly("getUser: no client call was tested with the response 400:"
                        + " no success response from the sandbox");

        client.add("getUser", 400);
        assertThat(table.gaps()).containsExactly("getUser: no success response from the sandbox");

        sandbox.add("getUser", 404);
        assertThat(table.complete()).isEmpty();

        sandbox.add("getUser", 200);
        assertThat(table.gaps()).isEmpty();
        assertThat(table.summary()).startsWith("Contract: 1 of 1 operations; client: 1 (");
        assertThat(table.text()).containsPattern("getUser +8  200 +7  200 +400, 401, ");
    }
}
