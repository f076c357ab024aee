package io.github.domojvm.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists the public API of a module: its public and protected classes, methods, constructors and fields. */
final class JavaFacts {
    private static final Set<String> OBJECT_METHODS = Set.of("equals", "hashCode", "toString");

    private final ApiFacts facts = ApiFacts.none();

    private JavaFacts() {}

    /** Reads the module of a class from its JAR file or its folder of classes. */
    static ApiFacts ofModuleOf(Class<?> type) {
        JavaFacts reader = new JavaFacts();
        try {
            Path location = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(location)) {
                reader.classesIn(location);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + location.toUri()), Map.of())) {
                    reader.classesIn(jar.getPath("/"));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (URISyntaxException broken) {
            throw new IllegalStateException(broken);
        }
        return reader.facts;
    }

    private void classesIn(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("-info"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .filter(name -> !name.contains(".internal."))
                    .map(JavaFacts::load)
                    .filter(JavaFacts::isPublic)
                    .forEach(this::add);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, JavaFacts.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isPublic(Class<?> type) {
        return visible(type.getModifiers()) && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
    }

    private void add(Class<?> type) {
        String supertypes = Stream.concat(
                        Stream.ofNullable(type.getGenericSuperclass()), Arrays.stream(type.getGenericInterfaces()))
                .map(JavaFacts::name)
                .filter(name -> !name.equals("Object"))
                .collect(Collectors.joining(", "));
        String kind = type.isInterface() ? "interface" : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
        String modifiers = Modifier.toString(type.getModifiers() & (Modifier.FINAL | Modifier.STATIC));
        facts.add(type.getName(), (modifiers + " " + kind + (supertypes.isEmpty() ? "" : " of " + supertypes)).strip());
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            addExecutable(type, "new", constructor, "constructor ");
        }
        for (Class<?> owner = type;
                owner != null && (owner == type || !isPublic(owner));
                owner = owner.getSuperclass()) {
            for (Method method : owner.getDeclaredMethods()) {
                if (!method.isSynthetic() && !method.isBridge() && !OBJECT_METHODS.contains(method.getName())) {
                    addExecutable(type, method.getName(), method, name(method.getGenericReturnType()) + " ");
                }
            }
        }
        for (Field field : type.getDeclaredFields()) {
            if (visible(field.getModifiers())
                    && !field.isSynthetic()
                    && !field.getName().equals("serialVersionUID")) {
                facts.add(
                        type.getName() + "." + field.getName(),
                        modifiers(field.getModifiers()) + name(field.getGenericType()));
            }
        }
    }

    private void addExecutable(Class<?> type, String name, Executable executable, String result) {
        if (!visible(executable.getModifiers()) || executable.isSynthetic()) {
            return;
        }
        String parameters = Arrays.stream(executable.getGenericParameterTypes())
                .map(JavaFacts::name)
                .collect(Collectors.joining(", "));
        String thrown = Arrays.stream(executable.getExceptionTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", "));
        String subject = type.getName() + "." + name + "(" + parameters + ")";
        boolean overridden = executable.getDeclaringClass() != type && facts.knows(subject);
        if (overridden) {
            return;
        }
        facts.add(
                subject,
                (modifiers(executable.getModifiers()) + result + (thrown.isEmpty() ? "" : "throws " + thrown)).strip());
    }

    private static boolean visible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String modifiers(int modifiers) {
        String text = Modifier.toString(
                modifiers & (Modifier.PROTECTED | Modifier.STATIC | Modifier.ABSTRACT | Modifier.FINAL));
        return text.isEmpty() ? "" : text + " ";
    }

    /** Returns the name without packages, which would only lengthen the line. */
    private static String name(Type type) {
        return type.getTypeName().replaceAll("(?:\\w+\\.)+(?=[A-Z])", "");
    }
}
