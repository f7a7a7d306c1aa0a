/** The objects of the API as tables of fields, and how they are written. */
@NullMarked
package io.patchbay.rest.json;

import org.jspecify.annotations.NullMarked;
