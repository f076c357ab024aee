package io.github.domojvm.simulation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a test, with the reason, on a JDK that cannot run the simulation. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresSimulation.Condition.class)
@interface RequiresSimulation {
    /** Evaluates the condition. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            String obstacle = VirtualThreads.obstacle();
            return obstacle.isEmpty()
                    ? ConditionEvaluationResult.enabled("This JDK can run the simulation.")
                    : ConditionEvaluationResult.disabled(obstacle);
        }
    }
}
