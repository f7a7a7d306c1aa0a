/** The command line: the verbs that serve, and the table of all of them. */
@NullMarked
package io.patchbay.cli;

import org.jspecify.annotations.NullMarked;
