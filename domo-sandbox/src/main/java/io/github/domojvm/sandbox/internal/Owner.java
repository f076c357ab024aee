package io.github.domojvm.sandbox.internal;

/** The user that all clients act for, and the default owner of all objects. */
public final class Owner {
    public static final long ID = 730_114;
    public static final String NAME = "Sandbox Owner";
    public static final String EMAIL = "owner@sandbox.example";
    public static final String ROLE = "Admin";
    public static final String CUSTOMER = "sandbox";
    public static final String ENVIRONMENT = "local";

    private Owner() {}
}
