package io.github.domojvm.simulation;

/**
 * The sender of a request.
 *
 * @param name the name of the program
 * @param run the number of its run, from 1
 */
record Caller(String name, int run) {
    private static final String UPLOAD = "upload";

    /** Another program that writes to the same Stream. */
    static final Caller OTHER = new Caller("other", 1);

    /** Returns a run of the upload under test. */
    static Caller upload(int run) {
        return new Caller(UPLOAD, run);
    }

    boolean isUpload() {
        return name.equals(UPLOAD);
    }

    @Override
    public String toString() {
        return name + run;
    }
}
