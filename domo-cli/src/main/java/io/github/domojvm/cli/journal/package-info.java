/** The folder and the files in which uploads record their steps. */
@NullMarked
package io.github.domojvm.cli.journal;

import org.jspecify.annotations.NullMarked;
