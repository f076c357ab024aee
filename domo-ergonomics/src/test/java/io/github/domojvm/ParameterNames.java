package io.github.domojvm;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The parameter names from the sources; the class files of the library do not contain them. */
final class ParameterNames {
    private final Map<String, List<String>> names = new HashMap<>();

    private ParameterNames() {}

    static ParameterNames of(Path sources) {
        ParameterNames found = new ParameterNames();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(sources);
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> java = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("module-info.java"))
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(java));
            for (CompilationUnitTree unit : task.parse()) {
                unit.accept(found.new Collector(), String.valueOf(unit.getPackageName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    List<String> of(Executable call) {
        if (call instanceof Constructor<?> constructor
                && constructor.getDeclaringClass().isRecord()) {
            return Stream.of(constructor.getDeclaringClass().getRecordComponents())
                    .map(RecordComponent::getName)
                    .toList();
        }
        String key = key(
                call.getDeclaringClass().getCanonicalName(),
                call instanceof Constructor ? "<init>" : call.getName(),
                Stream.of(call.getGenericParameterTypes()).map(ParameterNames::name));
        List<String> known = names.get(key);
        if (known == null) {
            throw new AssertionError("The sources have no " + key);
        }
        return known;
    }

    private static String key(String type, String method, Stream<String> parameterTypes) {
        return type + "." + method + parameterTypes.collect(Collectors.joining(", ", "(", ")"));
    }

    private static String name(Type type) {
        if (type instanceof ParameterizedType generic) {
            return name(generic.getRawType());
        }
        if (type instanceof GenericArrayType array) {
            return name(array.getGenericComponentType()) + "[]";
        }
        return type instanceof TypeVariable<?> variable ? variable.getName() : ((Class<?>) type).getSimpleName();
    }

    private static String name(Tree type) {
        if (type instanceof AnnotatedTypeTree annotated) {
            return name(annotated.getUnderlyingType());
        }
        if (type instanceof ParameterizedTypeTree generic) {
            return name(generic.getType());
        }
        if (type instanceof ArrayTypeTree array) {
            return name(array.getType()) + "[]";
        }
        return type instanceof MemberSelectTree member ? member.getIdentifier().toString() : type.toString();
    }

    private final class Collector extends TreeScanner<Void, String> {
        @Override
        public Void visitClass(ClassTree type, String outer) {
            return super.visitClass(type, outer + "." + type.getSimpleName());
        }

        @Override
        public Void visitMethod(MethodTree method, String type) {
            names.put(
                    key(
                            type,
                            method.getName().toString(),
                            method.getParameters().stream().map(parameter -> name(parameter.getType()))),
                    method.getParameters().stream()
                            .map(parameter -> parameter.getName().toString())
                            .toList());
            return super.visitMethod(method, type);
        }
    }
}
