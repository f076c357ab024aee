package io.github.domojvm.matrix;

import java.util.List;
import java.util.stream.Stream;

/**
 * A cell that is run once.
 *
 * @param shape the size and the settings of the upload
 * @param secondCommitDuplicates whether the service stores the rows again if they are committed again, which it
 *     processes slowly
 */
record Run(Cell cell, Shape shape, boolean secondCommitDuplicates) {
    /** Set to run every cell with several shapes. */
    static final boolean LONG = Boolean.getBoolean("matrix.long");

    private static final Shape ONE_AFTER_ANOTHER = new Shape(1, 50, false);

    /** A part of all combinations: each value of one setting occurs with several values of the others. */
    private static final List<Shape> SHAPES = List.of(
            new Shape(1, 1, true),
            new Shape(4, 2, false),
            ONE_AFTER_ANOTHER,
            new Shape(16, 50, true),
            new Shape(16, 2, true));

    static Stream<Run> planned() {
        List<Run> runs = Cells.run().stream()
                .map(cell -> new Run(cell, Shape.SHORT, false))
                .toList();
        return LONG
                ? Stream.of(
                                runs.stream(),
                                SHAPES.stream().flatMap(shape -> runs.stream().map(run -> run.with(shape))),
                                runs.stream().map(Run::withDuplicates))
                        .flatMap(each -> each)
                        .filter(Run::isPossible)
                : runs.stream();
    }

    private Run with(Shape other) {
        return new Run(cell, other, false);
    }

    private Run withDuplicates() {
        return new Run(cell, shape, true);
    }

    /** Leaves out what would be the same for every shape, or needs parts before the affected one. */
    private boolean isPossible() {
        if (secondCommitDuplicates) {
            return (cell.phase() == Phase.M || cell.phase() == Phase.W) && !cell.needsEarlierParts();
        }
        if (cell.needsManyParts()) {
            return shape.equals(ONE_AFTER_ANOTHER);
        }
        return shape.equals(Shape.SHORT)
                || (cell.phase() != Phase.X
                        && !cell.needsProcess()
                        && (shape.parts() > 2 || !cell.needsEarlierParts()));
    }

    /** Returns whether the reason of a failure must be the same as in the table. */
    boolean isExact() {
        return shape.equals(Shape.SHORT) && !secondCommitDuplicates;
    }

    String variant() {
        return cell.variant()
                + (LONG ? ", " + shape + (secondCommitDuplicates ? ", a second commit duplicates rows" : "") : "");
    }

    @Override
    public String toString() {
        return cell.fault() + " " + cell.phase() + " " + variant();
    }
}
