package io.github.domojvm.contract;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Provides tests with the mock Prism or with the sandbox behind Prism proxies. Each is started once per JVM, for the
 * first test that requires it, and JUnit closes it at the end.
 */
final class PrismExtension implements ParameterResolver {
    private static final Namespace RUN = Namespace.create(PrismExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Prism.class || type == ProxiedSandbox.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Store run = context.getRoot().getStore(RUN);
        return parameter.getParameter().getType() == Prism.class
                ? run.getOrComputeIfAbsent(Prism.class, any -> Tools.mock(), Prism.class)
                : run.getOrComputeIfAbsent(ProxiedSandbox.class, any -> ProxiedSandbox.start(), ProxiedSandbox.class);
    }
}
