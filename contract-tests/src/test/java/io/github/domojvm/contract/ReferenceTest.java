package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.contract.Spec.Operation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    private static final Path PAGE = Folders.TARGET.resolve("reference").resolve("index.html");
    private static final Pattern EXTERNAL_SCRIPT = Pattern.compile("<script[^>]+src=");

    @Test
    void theReferenceIsOneFileWithEveryOperationAndNoExternalScript() throws Exception {
        Command.Outcome outcome = Tools.reference(PAGE);

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        // The page is too large for the message of a failed assertion.
        String page = Files.readString(PAGE);
        assertThat(Spec.read().operations().stream()
                        .map(Operation::id)
                        .filter(id -> !page.contains("\"operationId\":\"" + id + "\"")))
                .as("operations missing from the page")
                .isEmpty();
        String head = page.substring(0, page.indexOf("<style data-styled"));
        assertThat(head)
                .contains("content=\"default-src 'none'; script-src 'unsafe-inline';")
                .doesNotContain("modulepreload");
        assertThat(EXTERNAL_SCRIPT.matcher(page).results().map(found -> found.group()))
                .as("scripts loaded from other servers")
                .isEmpty();
    }
}
