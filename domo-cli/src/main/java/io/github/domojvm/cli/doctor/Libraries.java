package io.github.domojvm.cli.doctor;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Objects;

/** Lists the libraries by the names of their jars. For some libraries, only the jar name contains the version. */
final class Libraries {
    private static final List<String> ENTRIES = List.of(
            "io.github.domojvm.DomoClient",
            "io.github.domojvm.rest.DomoRest",
            "retrofit2.Retrofit",
            "okhttp3.OkHttpClient",
            "okio.Buffer",
            "com.squareup.moshi.Moshi",
            "kotlin.Unit");

    private Libraries() {}

    static List<String> names() {
        return ENTRIES.stream().map(Libraries::jar).toList();
    }

    static String jar(String type) {
        try {
            CodeSource source = Class.forName(type, false, Libraries.class.getClassLoader())
                    .getProtectionDomain()
                    .getCodeSource();
            if (source == null) {
                return type + " (from the JVM)";
            }
            String name = Objects.toString(Path.of(source.getLocation().toURI()).getFileName(), "");
            return name.endsWith(".jar") ? name.substring(0, name.length() - 4) : type + " (not packaged)";
        } catch (ClassNotFoundException | LinkageError | URISyntaxException e) {
            return type + " (missing)";
        }
    }
}
