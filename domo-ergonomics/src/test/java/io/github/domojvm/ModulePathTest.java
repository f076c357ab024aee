package io.github.domojvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.File;
import java.io.IOException;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client on the module path, used by an application that is a module itself and runs in a JVM of its own. */
class ModulePathTest {
    private static final Path APPLICATION = Path.of("src", "test", "resources", "modular");

    /** What a user's build puts on the module path. */
    private static final Set<String> MODULES = Set.of(
            "annotations",
            "com.squareup.moshi",
            "de.siegmar.fastcsv",
            "io.github.domojvm",
            "io.github.domojvm.rest",
            "kotlin.stdlib",
            "okhttp",
            "okhttp3",
            "okio",
            "org.jspecify",
            "org.slf4j",
            "retrofit2");

    @Test
    void modularApplicationRunsAndLearnsWhichPackageToOpenForItsRecords(@TempDir Path classes) throws Exception {
        List<String> modulePath = Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(ModulePathTest::isOfTheApplication)
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

        try (DomoSandbox sandbox = DomoSandbox.start();
                DomoClient domo = DomoClient.fromEnvironment(environment(sandbox))) {
            domo.dataSets()
                    .create("Sales", SchemaBuilder.create().string("product").build());
            modulePath.add(classes.toString());

            assertThat(output(modulePath, environment(sandbox)))
                    .contains("listed: Sales")
                    .contains(
                            "refused: The record com.example.app.Main$Sale cannot be used for rows: its package is not"
                                    + " open. Add \"opens com.example.app to io.github.domojvm;\" to the module-info of the"
                                    + " module com.example.app.");
        }
    }

    private static Map<String, String> environment(DomoSandbox sandbox) {
        return Map.of(
                "DOMO_CLIENT_ID", sandbox.clientId(),
                "DOMO_CLIENT_SECRET", sandbox.clientSecret(),
                "DOMO_API_URL", sandbox.url().toString());
    }

    private static boolean isOfTheApplication(String place) {
        try {
            return ModuleFinder.of(Path.of(place)).findAll().stream()
                    .anyMatch(module -> MODULES.contains(module.descriptor().name()));
        } catch (FindException noModule) {
            return false;
        }
    }

    private static String output(List<String> modulePath, Map<String, String> environment) throws IOException {
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-p",
                        String.join(File.pathSeparator, modulePath),
                        "-m",
                        "com.example.app/com.example.app.Main")
                .redirectErrorStream(true);
        java.environment().putAll(environment);
        try (var lines = java.start().getInputStream()) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
