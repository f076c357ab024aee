package io.github.domojvm.simulation;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.Executor;

/**
 * Creates virtual threads that run on a given executor. The JDK has this constructor, but does not export it: the tests
 * run with {@code --add-opens java.base/java.lang=ALL-UNNAMED}. Virtual threads that block in a monitor leave their
 * carrier thread since JDK 24, which the simulation needs.
 */
final class VirtualThreads {
    private static final int FIRST_JDK = 24;

    private VirtualThreads() {}

    /** Returns why this JDK cannot run the simulation; empty if it can. */
    static String obstacle() {
        int jdk = Runtime.version().feature();
        if (jdk < FIRST_JDK) {
            return "The simulation requires JDK " + FIRST_JDK + " or newer, and this is JDK " + jdk + ".";
        }
        try {
            Access.constructor();
            return "";
        } catch (ReflectiveOperationException | RuntimeException e) {
            return "This JDK does not create virtual threads on a given executor: " + e;
        }
    }

    /** Creates a thread that is not started. The executor receives its continuation whenever the thread can run. */
    static Thread create(Executor scheduler, String name, Runnable task) {
        try {
            return (Thread) Access.constructor().invoke(null, scheduler, name, 0, task);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the object that the executor of a virtual thread receives. */
    static Object continuation(Thread thread) {
        try {
            return Access.continuation().get(thread);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Access {
        private static Method constructor;
        private static Field continuation;

        static synchronized Method constructor() throws ReflectiveOperationException {
            if (constructor == null) {
                Method found = Class.forName("java.lang.ThreadBuilders")
                        .getDeclaredMethod("newVirtualThread", Executor.class, String.class, int.class, Runnable.class);
                found.setAccessible(true);
                constructor = found;
            }
            return constructor;
        }

        static synchronized Field continuation() throws ReflectiveOperationException {
            if (continuation == null) {
                Field found = Class.forName("java.lang.VirtualThread").getDeclaredField("runContinuation");
                found.setAccessible(true);
                continuation = found;
            }
            return continuation;
        }
    }
}
