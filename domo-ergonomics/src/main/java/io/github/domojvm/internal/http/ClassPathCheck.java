package io.github.domojvm.internal.http;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * Finds duplicate or outdated versions of OkHttp and Okio on the class path. With Maven these occur easily, since
 * OkHttp 4 and 5 have different artifacts with the same classes, and they would otherwise cause a NoSuchMethodError in
 * a later call.
 */
public final class ClassPathCheck {
    private static final String JAR = "jar:";
    private static final String JAR_FILE = JAR + "file:/";
    private static final String REMEDY =
            " Declare com.squareup.okhttp3:okhttp and okhttp-jvm of one version from 5.5 on, and"
                    + " com.squareup.okio:okio-jvm from 3.18 on, before the dependency that pulls in the other"
                    + " version.";

    /** Whether the class path of this class has passed, so that further clients need not search it again. */
    private static volatile boolean passed;

    private ClassPathCheck() {}

    /**
     * Checks the libraries that the class loader of this class finds.
     *
     * @throws IllegalStateException if a library is duplicated or outdated; the message describes the fix
     */
    public static void run() {
        if (!passed) {
            run(ClassPathCheck.class.getClassLoader());
            passed = true;
        }
    }

    static void run(ClassLoader loader) {
        check(loader, "OkHttp", "okhttp3/OkHttpClient.class", "com.squareup.okhttp3", 5, 5);
        check(loader, "Okio", "okio/Buffer.class", "com.squareup.okio", 3, 18);
    }

    private static void check(
            ClassLoader loader, String library, String classFile, String bundle, int major, int minor) {
        Set<String> places = new LinkedHashSet<>();
        String version;
        try {
            List<URL> found = Collections.list(loader.getResources(classFile));
            for (URL url : found) {
                places.add(url.toString().replace("/" + classFile, ""));
            }
            version = found.isEmpty() ? "" : version(found.get(0), classFile, bundle);
        } catch (IOException e) {
            // If the class path cannot be read, nothing is checked.
            return;
        }
        if (places.size() > 1) {
            throw new IllegalStateException(library + " is on the class path " + places.size() + " times: "
                    + String.join(", ", places) + "." + REMEDY);
        }
        if (isOlder(version, major, minor)) {
            throw new IllegalStateException(library + " " + version + " on the class path is too old; " + major + "."
                    + minor + " is needed." + REMEDY);
        }
    }

    /** Returns an empty string if the library was repackaged into another jar, whose manifest does not describe it. */
    private static String version(URL classUrl, String classFile, String bundle) throws IOException {
        Manifest manifest = manifest(classUrl.toString(), classFile);
        if (manifest == null) {
            return "";
        }
        String version = manifest.getMainAttributes().getValue("Bundle-Version");
        return version != null && bundle.equals(manifest.getMainAttributes().getValue("Bundle-SymbolicName"))
                ? version
                : "";
    }

    private static @Nullable Manifest manifest(String classUrl, String classFile) throws IOException {
        String entry = "!/" + classFile;
        if (classUrl.startsWith(JAR_FILE) && classUrl.endsWith(entry)) {
            // Faster than a connection to the URL, and the jar does not stay open.
            URI jar = URI.create(classUrl.substring(JAR.length(), classUrl.length() - entry.length()));
            try (JarFile file = new JarFile(new File(jar), false)) {
                return file.getManifest();
            }
        }
        URI manifest = URI.create(classUrl.replace(classFile, "META-INF/MANIFEST.MF"));
        try (InputStream in = manifest.toURL().openStream()) {
            return new Manifest(in);
        }
    }

    private static boolean isOlder(String version, int major, int minor) {
        String[] numbers = version.split("\\.", -1);
        if (numbers.length < 2) {
            return false;
        }
        try {
            int foundMajor = Integer.parseInt(numbers[0]);
            return foundMajor < major || (foundMajor == major && Integer.parseInt(numbers[1]) < minor);
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
