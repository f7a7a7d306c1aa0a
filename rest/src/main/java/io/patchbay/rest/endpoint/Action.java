package io.patchbay.rest.endpoint;

import io.patchbay.rest.request.Call;
import io.patchbay.rest.request.Reply;

import java.io.IOException;

/** What an endpoint does for one method. */
@FunctionalInterface
public interface Action {

    Reply answer(Call call) throws IOException;
}
