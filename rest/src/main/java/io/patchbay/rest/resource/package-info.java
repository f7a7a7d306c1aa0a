/** The endpoints, by the noun that they are about. */
@NullMarked
package io.patchbay.rest.resource;

import org.jspecify.annotations.NullMarked;
