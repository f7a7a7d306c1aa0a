package io.patchbay.rest.endpoint;

import io.patchbay.rest.request.ApiReply;
import io.patchbay.rest.request.Call;

import java.io.IOException;

/** What an endpoint does for one method. */
@FunctionalInterface
public interface Action {

    ApiReply answer(Call call) throws IOException;
}
