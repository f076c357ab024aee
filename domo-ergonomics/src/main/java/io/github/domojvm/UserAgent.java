package io.github.domojvm;

import io.github.domojvm.internal.Args;
import java.lang.module.ModuleDescriptor;
import org.jspecify.annotations.Nullable;

/** The {@code User-Agent} header of requests. */
final class UserAgent {
    static final String LIBRARY = "domo-jvm/" + version() + " (Java " + System.getProperty("java.version") + ")";

    private UserAgent() {}

    static String of(String userAgent) {
        return LIBRARY + " " + Args.headerValue("userAgent", Args.notBlank("userAgent", userAgent));
    }

    /** Reads the module descriptor on the module path and the manifest on the class path. */
    private static String version() {
        ModuleDescriptor module = UserAgent.class.getModule().getDescriptor();
        @Nullable
        String version = module == null
                ? UserAgent.class.getPackage().getImplementationVersion()
                : module.rawVersion().orElse(null);
        return version == null ? "dev" : version;
    }
}
