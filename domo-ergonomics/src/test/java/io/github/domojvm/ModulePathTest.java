package io.github.domojvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client on the module path, used by a modular application in a separate JVM. */
class ModulePathTest {
    private static final Path APPLICATION = Path.of("src", "test", "resources", "modular");

    /** The modules that a user's build puts on the module path. */
    private static final Set<String> MODULES = Set.of(
            "annotations",
            "com.fasterxml.jackson.annotation",
            "com.fasterxml.jackson.core",
            "com.fasterxml.jackson.databind",
            "com.h2database",
            "com.squareup.moshi",
            "de.siegmar.fastcsv",
            "io.github.domojvm",
            "io.github.domojvm.rest",
            "io.github.domojvm.sandbox",
            "kotlin.stdlib",
            "okhttp",
            "okhttp3",
            "okio",
            "org.eclipse.jetty.http",
            "org.eclipse.jetty.io",
            "org.eclipse.jetty.server",
            "org.eclipse.jetty.util",
            "org.jspecify",
            "org.slf4j",
            "retrofit2");

    @Test
    void runsOnTheModulePathAndNamesThePackageToOpenForRecords(@TempDir Path classes) throws Exception {
        List<String> modulePath = Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(ModulePathTest::isOnTheModulePath)
                .collect(Collectors.toCollection(ArrayList::new));
        assertThat(modulePath).hasSize(MODULES.size());

        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        System.out,
                        System.err,
                        "--module-path",
                        String.join(File.pathSeparator, modulePath),
                        "-d",
                        classes.toString(),
                        APPLICATION.resolve("module-info.java").toString(),
                        APPLICATION.resolve("com/example/app/Main.java").toString());
        assertThat(compiled).isZero();

        modulePath.add(classes.toString());

        assertThat(output(modulePath))
                .contains("loaded: 1")
                .contains("listed: Sales")
                .contains("refused: The record com.example.app.Main$Sale cannot be used for rows: its package is not"
                        + " open. Add \"opens com.example.app to io.github.domojvm;\" to the module-info of the"
                        + " module com.example.app.");
    }

    private static boolean isOnTheModulePath(String place) {
        try {
            return ModuleFinder.of(Path.of(place)).findAll().stream()
                    .anyMatch(module -> MODULES.contains(module.descriptor().name()));
        } catch (FindException noModule) {
            return false;
        }
    }

    private static String output(List<String> modulePath) throws IOException {
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-p",
                        String.join(File.pathSeparator, modulePath),
                        "-m",
                        "com.example.app/com.example.app.Main")
                .redirectErrorStream(true);
        try (var lines = java.start().getInputStream()) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
