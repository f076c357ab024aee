package io.github.domojvm.contract;

import java.nio.file.Files;
import java.nio.file.Path;

/** Folders relative to this module, which Maven and IDEs use as the working folder of the tests. */
final class Folders {
    /** The folder of the module, which also contains package.json and the installed tools. */
    static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();

    static final Path TARGET = MODULE.resolve("target");
    static final Path RECORDED = MODULE.resolve("src/test/resources/recorded");
    static final Path SPEC = MODULE.resolveSibling("spec");

    private Folders() {}

    /** Returns a log file of this JVM, since several run tests at the same time. */
    static Path log(String name) {
        return TARGET.resolve(name + "-" + System.getProperty("surefire.forkNumber", "1") + ".log");
    }

    static Path spec() {
        if (!Files.isRegularFile(SPEC.resolve("domo.openapi.yaml"))) {
            throw new IllegalStateException(
                    "No API description in " + SPEC + ". Run the tests with contract-tests as the working folder.");
        }
        return SPEC;
    }
}
