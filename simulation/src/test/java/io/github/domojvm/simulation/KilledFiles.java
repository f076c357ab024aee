package io.github.domojvm.simulation;

import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;

/**
 * Closes the files of a killed process and releases their locks, as an operating system does. The process of the test
 * continues, so that its table of locked files would otherwise still contain them.
 */
final class KilledFiles {
    private static final String LOCKED_FILE = "io.github.domojvm.internal.journal.LockedFile";

    private KilledFiles() {}

    static void release(Path folder) {
        try {
            Class<?> type = Class.forName(LOCKED_FILE);
            Map<?, ?> locked = (Map<?, ?>) value(type, "LOCKED", null);
            synchronized (locked) {
                for (Iterator<?> files = locked.values().iterator(); files.hasNext(); ) {
                    Object file = files.next();
                    if (((Path) value(type, "path", file)).startsWith(folder)) {
                        ((Closeable) value(type, "file", file)).close();
                        files.remove();
                    }
                }
            }
        } catch (ReflectiveOperationException | IOException e) {
            throw new IllegalStateException("The files of a killed process could not be closed", e);
        }
    }

    private static Object value(Class<?> type, String name, Object object) throws ReflectiveOperationException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(object);
    }
}
