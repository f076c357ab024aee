package io.github.domojvm.matrix;

/** Plans a fault, or changes the upload to which it applies. */
@FunctionalInterface
interface Effect {
    /**
     * Plans the fault.
     *
     * @param setup the cell that is about to run
     * @param argument the text after the name of the effect in the table, may be empty
     */
    void plan(Setup setup, String argument);
}
