/** Accounts: stored credentials for data sources. {@link io.github.domojvm.account.Accounts} manages them. */
@NullMarked
package io.github.domojvm.account;

import org.jspecify.annotations.NullMarked;
