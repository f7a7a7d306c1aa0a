/** What another tracker says: saved answers of Patchwork's API. */
@NullMarked
package io.patchbay.importer;

import org.jspecify.annotations.NullMarked;
