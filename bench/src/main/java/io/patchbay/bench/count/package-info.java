/**
 * What mails of real lists are like, counted over any archive: the figures behind our rules of
 * mail.
 */
@NullMarked
package io.patchbay.bench.count;

import org.jspecify.annotations.NullMarked;
