/** The Domo client for the JVM. {@link io.github.domojvm.DomoClient} is where everything begins. */
@NullMarked
package io.github.domojvm;

import org.jspecify.annotations.NullMarked;
