package io.github.domojvm;

import io.github.domojvm.internal.Args;
import java.lang.module.ModuleDescriptor;
import org.jspecify.annotations.Nullable;

/** What the library calls itself in requests. */
final class UserAgent {
    static final String LIBRARY = "domo-jvm/" + version() + " (Java " + System.getProperty("java.version") + ")";

    private UserAgent() {}

    static String of(String userAgent) {
        return LIBRARY + " " + Args.headerValue("userAgent", Args.notBlank("userAgent", userAgent));
    }

    /** A class in a module has no manifest, and a class on the class path no descriptor. */
    private static String version() {
        ModuleDescriptor module = UserAgent.class.getModule().getDescriptor();
        @Nullable
        String version = module == null
                ? UserAgent.class.getPackage().getImplementationVersion()
                : module.rawVersion().orElse(null);
        return version == null ? "dev" : version;
    }
}
