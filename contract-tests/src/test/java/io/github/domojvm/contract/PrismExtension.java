package io.github.domojvm.contract;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test the mock Prism of the whole run, started with the first test that asks. JUnit closes it at the end. */
final class PrismExtension implements ParameterResolver {
    private static final Namespace RUN = Namespace.create(PrismExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Prism.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(RUN).getOrComputeIfAbsent(Prism.class, ignored -> Tools.mock(), Prism.class);
    }
}
