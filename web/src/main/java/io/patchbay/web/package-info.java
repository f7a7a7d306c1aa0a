/** The reading room: HTML pages, downloads and redirects (web-ui.md). */
@NullMarked
package io.patchbay.web;

import org.jspecify.annotations.NullMarked;
