/** A modular application that opens no package. */
module com.example.app {
    requires io.github.domojvm;
    requires io.github.domojvm.sandbox;
}
