package io.github.domojvm.internal.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassPathCheckTest {
    private static final String OKHTTP = "okhttp3/OkHttpClient.class";

    @TempDir
    Path folder;

    @Test
    void acceptsTheClassPathOfTheBuild() {
        assertThatCode(ClassPathCheck::run).doesNotThrowAnyException();
    }

    @Test
    void rejectsTwoVersionsOfOkHttpWithTheirLocations() throws IOException {
        try (URLClassLoader loader = loader(
                jar("okhttp-4.jar", OKHTTP, "com.squareup.okhttp3", "4.12.0"),
                jar("okhttp-jvm-5.jar", OKHTTP, "com.squareup.okhttp3", "5.5.1"))) {
            assertThatThrownBy(() -> ClassPathCheck.run(loader))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("OkHttp is on the class path 2 times")
                    .hasMessageContaining("okhttp-4.jar")
                    .hasMessageContaining("okhttp-jvm-5.jar")
                    .hasMessageContaining("Declare com.squareup.okhttp3:okhttp");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.7.0", "2.10.0"})
    void rejectsAnOutdatedOkio(String version) throws IOException {
        try (URLClassLoader loader = loader(jar("okio.jar", "okio/Buffer.class", "com.squareup.okio", version))) {
            assertThatThrownBy(() -> ClassPathCheck.run(loader))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Okio " + version)
                    .hasMessageContaining("3.18 is needed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.5.1", "5.6.0", "6.0.0", "custom", "5.x"})
    void acceptsCurrentAndUnknownVersions(String version) throws IOException {
        try (URLClassLoader loader = loader(jar("okhttp.jar", OKHTTP, "com.squareup.okhttp3", version))) {
            assertThatCode(() -> ClassPathCheck.run(loader)).doesNotThrowAnyException();
        }
    }

    @Test
    void ignoresTheVersionOfAShadedJar() throws IOException {
        try (URLClassLoader loader = loader(jar("app-all.jar", OKHTTP, "com.example.app", "1.0.0"))) {
            assertThatCode(() -> ClassPathCheck.run(loader)).doesNotThrowAnyException();
        }
    }

    private URL jar(String name, String classFile, String bundle, String version) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", bundle);
        manifest.getMainAttributes().putValue("Bundle-Version", version);
        Path jar = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            entries.putNextEntry(new JarEntry(classFile));
        }
        return jar.toUri().toURL();
    }

    private static URLClassLoader loader(URL... jars) {
        return new URLClassLoader(jars, null);
    }
}
