package io.github.domojvm.internal.call;

import io.github.domojvm.rest.api.Retry;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;

/**
 * The annotations of a method of a Retrofit interface. They are read once for each method, since each call needs them.
 *
 * @param template the path with parameter names in place of ids, without a slash at its start; null if it has none
 * @param retry what may be retried, null if the method does not declare it
 */
record DeclaredOperation(
        @Nullable String template, @Nullable Retry retry) {
    /** By interface, so that an interface of another class loader can be collected. */
    private static final ClassValue<Map<Method, DeclaredOperation>> KNOWN = new ClassValue<>() {
        @Override
        protected Map<Method, DeclaredOperation> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    static DeclaredOperation of(Method method) {
        Map<Method, DeclaredOperation> known = KNOWN.get(method.getDeclaringClass());
        DeclaredOperation present = known.get(method);
        if (present != null) {
            return present;
        }
        DeclaredOperation read = new DeclaredOperation(template(method), method.getAnnotation(Retry.class));
        known.put(method, read);
        return read;
    }

    private static @Nullable String template(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            String path = annotation instanceof GET get
                    ? get.value()
                    : annotation instanceof PUT put
                            ? put.value()
                            : annotation instanceof POST post
                                    ? post.value()
                                    : annotation instanceof PATCH patch
                                            ? patch.value()
                                            : annotation instanceof DELETE delete ? delete.value() : "";
            if (!path.isEmpty()) {
                return path.startsWith("/") ? path.substring(1) : path;
            }
        }
        return null;
    }
}
