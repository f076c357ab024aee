package io.github.domojvm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The public types of the exported packages, and their methods and constructors that users can call. */
final class PublicApi {
    private PublicApi() {}

    static List<Class<?>> types() {
        try {
            Path classes = Path.of(DomoClient.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (InputStream module = Files.newInputStream(classes.resolve("module-info.class"))) {
                return ModuleDescriptor.read(module).exports().stream()
                        .map(ModuleDescriptor.Exports::source)
                        .sorted()
                        .flatMap(name -> typesOf(classes, name))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** Excludes {@code valueOf} of enums and {@code equals} of records, which the compiler generates. */
    static Stream<Executable> calls(Class<?> type) {
        return Stream.<Executable>concat(
                        Stream.of(type.getConstructors()),
                        Stream.of(type.getMethods())
                                .filter(method -> !method.isBridge() && !method.isSynthetic())
                                .filter(method -> method.getDeclaringClass()
                                        .getName()
                                        .startsWith(DomoClient.class.getPackageName() + "."))
                                .filter(method -> !(type.isEnum() && Modifier.isStatic(method.getModifiers())))
                                .filter(method -> !(method.getName().equals("equals")
                                        && List.of(method.getParameterTypes()).equals(List.of(Object.class)))))
                .filter(call -> call.getParameterCount() > 0);
    }

    private static Stream<Class<?>> typesOf(Path classes, String packageName) {
        try (Stream<Path> files = Files.list(classes.resolve(packageName.replace('.', '/')))) {
            List<Class<?>> types = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
                    .sorted()
                    .<Class<?>>map(name -> load(packageName + "." + name.replace(".class", "")))
                    .filter(PublicApi::isPublic)
                    .toList();
            return types.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PublicApi.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isPublic(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return Modifier.isPublic(type.getModifiers())
                && !type.isAnonymousClass()
                && !type.isAnnotation()
                && (outer == null || isPublic(outer));
    }
}
