/**
 * Patchwork's JSON API in its versions 1.0 to 1.4 with the browsable pages, and what we add beside
 * it. Each resource is one table of fields, from which JSON, OPTIONS, the pages and the OpenAPI
 * document follow.
 */
@NullMarked
package io.patchbay.rest;

import org.jspecify.annotations.NullMarked;
