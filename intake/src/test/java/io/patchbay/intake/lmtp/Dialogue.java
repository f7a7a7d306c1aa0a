package io.patchbay.intake.lmtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

/**
 * A text of what both sides say: {@code ->} to the server, {@code <-} from it, {@code <- ...} a
 * whole answer whatever it says, {@code <- END} that it hangs up.
 */
record Dialogue(List<String> lines) {

    static Dialogue of(String text) {
        return new Dialogue(text.lines().filter(line -> !line.startsWith("#")).toList());
    }

    void replay(LmtpClient client) throws IOException {
        for (var line : lines) {
            var text = line.length() > 3 ? line.substring(3) : "";
            if (line.startsWith("->")) {
                client.send(text + "\r\n");
            } else if (text.equals("...")) {
                client.answer();
            } else if (text.equals("END")) {
                assertThat(client.line()).isNull();
            } else {
                assertThat(client.line()).isEqualTo(text);
            }
        }
    }
}
