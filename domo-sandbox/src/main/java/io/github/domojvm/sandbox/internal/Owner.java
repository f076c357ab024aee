package io.github.domojvm.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.http.Json;

/** The one user behind every client; owner of all that is created. */
public final class Owner {
    public static final long ID = 730_114;
    public static final String NAME = "Sandbox Owner";
    public static final String EMAIL = "owner@sandbox.example";
    public static final String ROLE = "Admin";
    public static final String CUSTOMER = "sandbox";
    public static final String ENVIRONMENT = "local";

    private Owner() {}

    public static ObjectNode json() {
        return Json.object().put("id", ID).put("name", NAME);
    }
}
