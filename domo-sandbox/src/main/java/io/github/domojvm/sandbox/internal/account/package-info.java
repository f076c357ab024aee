/**
 * Accounts and account types of the sandbox. {@link io.github.domojvm.sandbox.internal.account.AccountApi} adds their
 * operations. Internal to the sandbox.
 */
@NullMarked
package io.github.domojvm.sandbox.internal.account;

import org.jspecify.annotations.NullMarked;
