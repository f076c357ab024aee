package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The contract tests cover every operation. Runs in the phase {@code verify}, after all tests. */
class CoverageCheck {
    /** The number of operations: the APIs of Domo docs, Buzz and API Actions included, and six that only SDKs use. */
    private static final int OPERATIONS = 103;

    @Test
    void everyOperationIsTestedWithTheClientAndTheSandbox() throws Exception {
        ContractTable table = new ContractTable(Spec.read().operations(), ContractTable.CLIENT, ContractTable.SANDBOX);
        Files.createDirectories(Folders.TARGET);
        Files.writeString(Folders.TARGET.resolve("contract.txt"), table.text());
        System.out.println(table.summary() + "; see contract-tests/target/contract.txt");
        table.gaps().forEach(System.out::println);

        assertThat(table.gaps()).isEmpty();
        assertThat(table.operations()).hasSizeGreaterThanOrEqualTo(OPERATIONS);
    }
}
