/** What people and programs change of what was filed. */
@NullMarked
package io.patchbay.tracker.editing;

import org.jspecify.annotations.NullMarked;
