/** The pages of projects. */
@NullMarked
package io.patchbay.web.project;

import org.jspecify.annotations.NullMarked;
