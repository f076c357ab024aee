package io.github.domojvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles the code of the README and the guides, with warnings as errors. */
final class DocsCompiler {
    private DocsCompiler() {}

    /** Compiles the sources; failures contain their keys and line numbers. */
    static void compile(Map<String, String> sources, Path classes) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        List<Source> units = new ArrayList<>();
        sources.forEach((name, code) -> units.add(new Source(name, code)));
        List<String> options = List.of(
                "-Xlint:all",
                "-Werror",
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString());
        StringWriter errors = new StringWriter();
        boolean compiled =
                javac.getTask(errors, null, null, options, null, units).call();
        assertThat(compiled).as(errors.toString()).isTrue();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String name;
        private final String code;

        Source(String name, String code) {
            super(URI.create("text:///" + name), Kind.SOURCE);
            this.name = name;
            this.code = code;
        }

        @Override
        public String getName() {
            return name;
        }

        /** A page may contain a class of any name; javac also looks for package-info this way. */
        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return kind == Kind.SOURCE && !simpleName.endsWith("-info");
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
        }
    }
}
