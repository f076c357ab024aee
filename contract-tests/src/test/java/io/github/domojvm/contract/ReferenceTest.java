package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.contract.Spec.Operation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    private static final Path PAGE = Folders.TARGET.resolve("reference").resolve("index.html");
    private static final Pattern FOREIGN = Pattern.compile("<script[^>]+src=");

    @Test
    void theReferenceIsOnePageWithEveryOperationAndItsOwnScript() throws Exception {
        Command.Outcome outcome = Tools.reference(PAGE);

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        // The page is far too large to be quoted by a failed assertion.
        String page = Files.readString(PAGE);
        assertThat(Spec.read().operations().stream()
                        .map(Operation::id)
                        .filter(id -> !page.contains("\"operationId\":\"" + id + "\"")))
                .as("operations that the page lacks")
                .isEmpty();
        String head = page.substring(0, page.indexOf("<style data-styled"));
        assertThat(head)
                .contains("content=\"default-src 'none'; script-src 'unsafe-inline';")
                .doesNotContain("modulepreload");
        assertThat(FOREIGN.matcher(page).results().map(found -> found.group()))
                .as("what the page would ask other servers for")
                .isEmpty();
    }
}
