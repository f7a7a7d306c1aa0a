/**
 * One path of the API: methods, lists, what OPTIONS says, and the page that shows the answer to
 * people.
 */
@NullMarked
package io.patchbay.rest.endpoint;

import org.jspecify.annotations.NullMarked;
