package io.patchbay.rest;

import java.io.IOException;

/** What an endpoint does for one method. */
@FunctionalInterface
interface Action {

    Reply answer(Call call) throws IOException;
}
