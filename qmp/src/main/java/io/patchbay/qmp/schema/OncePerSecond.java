package io.patchbay.qmp.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits an event to one a second: of those within the second only the last is sent, when the
 * second is over. Events that differ in one of the members named are limited apart.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OncePerSecond {

    String[] by() default {};
}
