package io.github.domojvm.matrix;

import io.github.domojvm.rest.model.UpdateMethod;

/**
 * A cell of the fault matrix, as it is in the table.
 *
 * @param fault its number, such as F1
 * @param phase the request that it affects
 * @param expected R, E, Q or U
 * @param method the update method of the upload; null for exports
 * @param effect the fault and the options of the upload
 * @param times the requests that the fault affects
 * @param result the exact result that is expected
 * @param mentions a text that the message must contain, may be empty
 * @param note why a cell is not run, or which documented decision it follows
 */
record Cell(
        String fault,
        Phase phase,
        String expected,
        UpdateMethod method,
        String effect,
        String times,
        String result,
        String mentions,
        String note) {
    static final String NOT_RUN = "not run";

    static Cell parse(String line) {
        String[] values = line.split("\t", -1);
        if (values.length != 9) {
            throw new IllegalArgumentException("9 values are required: " + line);
        }
        UpdateMethod method = values[3].isEmpty() ? null : UpdateMethod.valueOf(values[3]);
        return new Cell(
                values[0],
                Phase.valueOf(values[1]),
                values[2],
                method,
                values[4],
                values[5],
                values[6],
                values[7],
                values[8]);
    }

    boolean isRun() {
        return !expected.equals(NOT_RUN);
    }

    /** Returns whether the cell starts another process or mounts a disk. */
    boolean needsProcess() {
        return effect.startsWith("killed") || effect.startsWith("file size") || effect.startsWith("full disk");
    }

    /** Returns whether the journal must be longer than a page. */
    boolean needsManyParts() {
        return effect.equals("full disk") && phase == Phase.P;
    }

    /** Returns whether other parts must have been sent before the affected one. */
    boolean needsEarlierParts() {
        return effect.startsWith("lose part")
                || effect.startsWith("other program commits")
                || effect.startsWith("other program's");
    }

    String variant() {
        return effect + (times.isEmpty() ? "" : ", " + times) + (method == null ? "" : ", " + method);
    }

    @Override
    public String toString() {
        return fault + " " + phase + " " + variant();
    }
}
