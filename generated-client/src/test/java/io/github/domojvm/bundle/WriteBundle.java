package io.github.domojvm.bundle;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the description as one YAML file for the generators of other languages. The build runs it and attaches the
 * file to the module.
 */
public final class WriteBundle {
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .stringQuotingChecker(new DigitsAreQuoted())
            .build());

    private WriteBundle() {}

    /**
     * Writes the bundle.
     *
     * @param args the root file of the description, and the file to write
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        Path target = Path.of(args[1]);
        Files.createDirectories(target.toAbsolutePath().getParent());
        Files.writeString(target, YAML.writeValueAsString(bundle(Path.of(args[0]))));
    }

    static ObjectNode bundle(Path root) throws IOException {
        ObjectNode bundle = Bundler.bundle(root);
        OpenEnums.open(bundle);
        EnumNames.check(bundle);
        return bundle;
    }

    /** Quotes what a parser of YAML 1.1 would read as a number or a date, such as the status of a response. */
    private static final class DigitsAreQuoted extends StringQuotingChecker.Default {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean needToQuoteName(String name) {
            return startsWithDigit(name) || super.needToQuoteName(name);
        }

        @Override
        public boolean needToQuoteValue(String value) {
            return startsWithDigit(value) || super.needToQuoteValue(value);
        }

        private static boolean startsWithDigit(String text) {
            return !text.isEmpty() && Character.isDigit(text.charAt(0));
        }
    }
}
