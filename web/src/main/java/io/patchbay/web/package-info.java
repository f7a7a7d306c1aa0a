/** HTML pages, downloads and redirects (web-ui §2). */
@NullMarked
package io.patchbay.web;

import org.jspecify.annotations.NullMarked;
