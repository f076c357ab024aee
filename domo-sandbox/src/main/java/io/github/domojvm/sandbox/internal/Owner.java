package io.github.domojvm.sandbox.internal;

/** The one user behind every client, who owns all that is created. */
public final class Owner {
    public static final long ID = 730_114;
    public static final String NAME = "Sandbox Owner";
    public static final String EMAIL = "owner@sandbox.example";
    public static final String ROLE = "Admin";
    public static final String CUSTOMER = "sandbox";
    public static final String ENVIRONMENT = "local";

    private Owner() {}
}
