package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.DomoClient;
import io.github.domojvm.contract.FacadeMethods.FacadeMethod;
import io.github.domojvm.contract.Spec.Operation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that each operation has one public method of the client, which the contract tests call. */
class FacadeMethodsTest {
    private static final String TOKEN = "createAccessToken";

    @Test
    void everyOperationExceptTheTokenOperationHasOneMethod() {
        assertThat(FacadeMethods.ALL)
                .extracting(FacadeMethod::operationId)
                .containsExactlyInAnyOrderElementsOf(Spec.read().operations().stream()
                        .map(Operation::id)
                        .filter(id -> !id.equals(TOKEN))
                        .toList());
    }

    @Test
    void everyMethodIsPublicAndItsFacadeIsAccessibleFromTheClient() throws Exception {
        List<Class<?>> accessible = Arrays.stream(DomoClient.class.getMethods())
                .filter(accessor -> accessor.getParameterCount() == 0)
                .<Class<?>>map(Method::getReturnType)
                .toList();

        for (FacadeMethod method : FacadeMethods.ALL) {
            assertThat(reflected(method).getModifiers())
                    .as("%s", method)
                    .matches(Modifier::isPublic, "is public")
                    .matches(modifiers -> !Modifier.isStatic(modifiers), "is not static");
            assertThat(accessible).as("%s", method).contains(method.facade());
        }
    }

    @Test
    void noMethodBelongsToTwoOperations() throws Exception {
        List<Method> methods = new ArrayList<>();
        for (FacadeMethod method : FacadeMethods.ALL) {
            methods.add(reflected(method));
        }

        assertThat(methods).doesNotHaveDuplicates();
    }

    @Test
    void everyMethodIsCalledByTheContractTests() {
        assertThat(FacadeMethods.ALL)
                .allSatisfy(method -> assertThat(ClientCalls.ALL)
                        .filteredOn(call -> call.operationId().equals(method.operationId()))
                        .extracting(call -> call.how().replaceFirst("[ (].*", ""))
                        .contains(method.how(), "RestAccess.execute"));
    }

    private static Method reflected(FacadeMethod method) throws NoSuchMethodException {
        return method.facade().getMethod(method.name(), method.parameters().toArray(Class<?>[]::new));
    }
}
