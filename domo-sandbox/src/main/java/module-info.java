/** A stateful local server for the Domo Platform API, for tests and demos. */
module io.github.domojvm.sandbox {
    requires com.fasterxml.jackson.databind;
    requires com.h2database;
    requires de.siegmar.fastcsv;
    requires java.naming;
    requires java.sql;
    requires static transitive org.jspecify;
    requires org.eclipse.jetty.server;

    exports io.github.domojvm.sandbox;
}
