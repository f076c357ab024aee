package io.github.domojvm.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The one user behind every client; owner of all that is created. */
final class Owner {
    static final long ID = 730_114;
    static final String NAME = "Sandbox Owner";
    static final String ROLE = "Admin";
    static final String CUSTOMER = "sandbox";
    static final String ENVIRONMENT = "local";

    private Owner() {}

    static ObjectNode json() {
        return Json.object().put("id", ID).put("name", NAME);
    }
}
