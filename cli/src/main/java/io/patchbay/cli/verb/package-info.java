/** The verbs that do one thing and end. */
@NullMarked
package io.patchbay.cli.verb;

import org.jspecify.annotations.NullMarked;
