package io.github.domojvm.contract;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where things lie, told from the folder of this module, in which Maven and the IDEs run its tests. */
final class Folders {
    /** The module, which also holds package.json and thus the tools. */
    static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();

    static final Path TARGET = MODULE.resolve("target");
    static final Path SPEC = MODULE.resolveSibling("spec");

    private Folders() {}

    static Path spec() {
        if (!Files.isRegularFile(SPEC.resolve("domo.openapi.yaml"))) {
            throw new IllegalStateException(
                    "No API description in " + SPEC + ". Run the tests with contract-tests as the working folder.");
        }
        return SPEC;
    }
}
