/**
 * One request to the API and what it asks for, checked field by field, and how a reply is rendered.
 */
@NullMarked
package io.patchbay.rest.request;

import org.jspecify.annotations.NullMarked;
