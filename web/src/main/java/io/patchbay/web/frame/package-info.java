/**
 * What all pages share: addresses, the frame around the content, forms' answers, moments and names.
 */
@NullMarked
package io.patchbay.web.frame;

import org.jspecify.annotations.NullMarked;
