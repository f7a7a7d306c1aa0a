@NullMarked
package io.patchbay.web;

import org.jspecify.annotations.NullMarked;
