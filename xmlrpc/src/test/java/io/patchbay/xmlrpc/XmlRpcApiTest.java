package io.patchbay.xmlrpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.http.ErrorLook;
import io.patchbay.http.HttpServer;
import io.patchbay.http.message.HttpOptions;
import io.patchbay.http.route.Routes;
import io.patchbay.http.signin.SignIn;
import io.patchbay.mail.Mail;
import io.patchbay.store.DatabaseStore;
import io.patchbay.store.database.Durability;
import io.patchbay.tracker.Filing;
import io.patchbay.tracker.Setup.NewProject;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.Writing;
import io.patchbay.tracker.accounts.Accounts.NewUser;
import io.patchbay.tracker.accounts.Passwords;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;

@TestInstance(Lifecycle.PER_CLASS)
class XmlRpcApiTest {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final String PATCH_1 = "<param><value><int>1</int></value></param>";
    private static final String PATCH_2 = "<param><value><int>2</int></value></param>";

    private final HttpClient client = HttpClient.newHttpClient();
    private Store store;
    private HttpServer server;

    @BeforeAll
    void aProjectWithTwoPatches(@TempDir Path folder) throws Exception {
        store = DatabaseStore.sqlite(folder.resolve("store.db"), Durability.CHECKPOINTS, CLOCK);
        store.write(XmlRpcApiTest::setUp);
        var filing = new Filing(store, CLOCK);
        filing.file(patch("one", "Wed, 01 Apr 2026 10:00:00 +0000"));
        filing.file(patch("two", "Wed, 01 Apr 2026 11:00:00 +0000"));

        var routes = new Routes();
        new XmlRpcApi(store, new SignIn(store, CLOCK)).addTo(routes);
        server = HttpServer.start(HttpOptions.on("127.0.0.1", 0), routes, ErrorLook.plain());
    }

    private static long setUp(Writing writing) {
        long project =
                writing.setup()
                        .addProject(
                                new NewProject(
                                        "harbor",
                                        "Harbor & Co",
                                        "harbor.example.org",
                                        "harbor@example.org",
                                        ""));
        var secret = Passwords.hash("sesame");
        long ann = writing.accounts().add(user("ann", secret));
        writing.accounts().maintains(ann, project, true);
        return writing.accounts().add(user("bob", secret));
    }

    private static NewUser user(String name, String passwordHash) {
        return new NewUser(name, passwordHash, "", "", name + "@example.org", true, false);
    }

    @AfterAll
    void stop() {
        server.close();
        store.close();
    }

    @Test
    void theVersionIsAnArrayOfIntegers() throws Exception {
        assertThat(call("pw_rpc_version", ""))
                .isEqualTo(
                        """
                        <?xml version='1.0'?>
                        <methodResponse>
                        <params>
                        <param>
                        <value><array><data>
                        <value><int>1</int></value>
                        <value><int>3</int></value>
                        <value><int>0</int></value>
                        </data></array></value>
                        </param>
                        </params>
                        </methodResponse>
                        """);
    }

    @Test
    void namesAreEscaped() throws Exception {
        assertThat(call("project_get", PATCH_1))
                .contains("<name>name</name>\n<value><string>Harbor &amp; Co</string></value>");
    }

    @ParameterizedTest
    @CsvSource({
        "project_get, true",
        "patch_get, true",
        "person_get, true",
        "state_get, true",
        "check_get, true",
        "patch_check_get, true",
        "patch_get_mbox, false",
        "patch_get_diff, false"
    })
    void whatIsNotThereIsEmpty(String method, boolean struct) throws Exception {
        var answer = call(method, "<param><value><int>99</int></value></param>");

        var empty =
                struct ? "<value><struct>\n</struct></value>" : "<value><string></string></value>";
        assertThat(answer).contains("<param>\n" + empty + "\n</param>");
    }

    @Test
    void somePatchFieldsAreBinaryAsOldClientsExpect() throws Exception {
        assertThat(call("patch_get", PATCH_1))
                .contains(member("date", base64("2026-04-01 10:00:00")))
                .contains(member("submitter", base64("Zoë <zoe@example.org>")))
                .contains(member("state", base64("New")))
                .contains(member("delegate", base64("None")))
                .contains(member("delegate_id", "<int>0</int>"))
                .contains(member("filename", "<string>one</string>"))
                .contains(member("archived", "<boolean>0</boolean>"));
    }

    @Test
    void aNegativeCountTakesTheLastOnes() throws Exception {
        assertThat(list("<member><name>max_count</name><value><int>-1</int></value></member>"))
                .contains("<string>two</string>")
                .doesNotContain("<string>one</string>");
    }

    @Test
    void patchesAreFoundByALookupOnAField() throws Exception {
        assertThat(
                        list(
                                "<member><name>name__icontains</name>"
                                        + "<value><string>TW</string></value></member>"))
                .contains("<string>two</string>")
                .doesNotContain("<string>one</string>");
    }

    @Test
    void aKeyThatIsNotKnownFindsNothing() throws Exception {
        assertThat(list("<member><name>series</name><value><int>1</int></value></member>"))
                .contains("<value><array><data>\n</data></array></value>");
    }

    @Test
    void theMboxOfAPatchIsItsMail() throws Exception {
        assertThat(call("patch_get_mbox", PATCH_1))
                .contains("From patchwork Wed Apr  1 10:00:00 2026")
                .contains("X-Patchwork-Id: 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nosuch|<class 'Exception'>:method \"nosuch\" is not supported",
                "patch_get|<class 'TypeError'>:patch_get() missing 1 required positional argument:"
                        + " 'patch_id'",
                "check_create|<class 'TypeError'>:check_create() missing 3 required positional"
                        + " arguments: 'patch_id', 'context' and 'state'"
            })
    void aFaultSaysWhatIsWrong(String method, String fault) throws Exception {
        assertThat(call(method, ""))
                .contains("<name>faultCode</name>\n<value><int>1</int></value>")
                .contains(member("faultString", "<string>" + escaped(fault) + "</string>"));
    }

    @Test
    void aRequestThatIsNoXmlIsAFault() throws Exception {
        assertThat(post("hello", null)).contains("ExpatError");
    }

    @Test
    void filesOfTheServerAreNotReadIntoARequest() throws Exception {
        var answer =
                post(
                        """
                        <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>
                        <methodCall><methodName>&e;</methodName></methodCall>
                        """,
                        null);

        assertThat(answer).contains("faultString");
    }

    @Test
    void aMaintainerSetsTheState() throws Exception {
        var answer = post(setState(2, 3), "ann:sesame");

        assertThat(answer).contains("<boolean>1</boolean>");
        assertThat(call("patch_get", PATCH_2)).contains(member("state", base64("Accepted")));
    }

    @ParameterizedTest
    @CsvSource({
        "bob:sesame, No permissions to edit this patch",
        "ann:wrong, Invalid username/password",
        ", No authentication credentials given"
    })
    void othersMayNot(@Nullable String credentials, String reason) throws Exception {
        assertThat(post(setState(1, 3), credentials)).contains(reason);
        assertThat(call("patch_get", PATCH_1)).contains(member("state", base64("New")));
    }

    @Test
    void aCheckIsAddedAndListed() throws Exception {
        var params =
                PATCH_1
                        + "<param><value><string>ci-build</string></value></param>"
                        + "<param><value><string>success</string></value></param>";

        assertThat(post(request("check_create", params), "ann:sesame"))
                .contains("<boolean>1</boolean>");
        assertThat(call("patch_check_get", PATCH_1))
                .contains(member("state", "<string>success</string>"))
                .contains(member("patch", base64("one")))
                .contains(member("context", "<string>ci-build</string>"));
        assertThat(call("check_get", PATCH_1)).contains(member("user", base64("ann")));
    }

    @ParameterizedTest
    @CsvSource({
        "user, <string>1</string>, true",
        "user, <int>2</int>, false",
        "patch_id, <int>1</int>, true",
        "patch_id, <int>99</int>, false",
        "project_id, <int>99</int>, false",
        "id__in, <array><data><value><int>1</int></value></data></array>, true",
        "id__gt, <int>1000</int>, false",
        "nonsense, <int>1</int>, false"
    })
    void checksAreFiltered(String key, String value, boolean found) throws Exception {
        aCheckIsAddedAndListed();

        var answer =
                call(
                        "check_list",
                        "<param><value><struct><member><name>%s</name><value>%s</value></member></struct></value></param>"
                                .formatted(key, value));

        assertThat(answer).doesNotContain("<fault>");
        assertThat(answer.contains("ci-build")).isEqualTo(found);
    }

    private String list(String members) throws Exception {
        return call("patch_list", "<param><value><struct>" + members + "</struct></value></param>");
    }

    private static String setState(int patch, int state) {
        return request(
                "patch_set",
                """
                <param><value><int>%d</int></value></param>
                <param><value><struct><member>
                <name>state</name><value><int>%d</int></value>
                </member></struct></value></param>
                """
                        .formatted(patch, state));
    }

    private String call(String method, String params) throws Exception {
        return post(request(method, params), null);
    }

    private static String request(String method, String params) {
        return """
        <?xml version='1.0'?>
        <methodCall><methodName>%s</methodName><params>%s</params></methodCall>
        """
                .formatted(method, params);
    }

    private String post(String body, @Nullable String credentials) throws Exception {
        var address = URI.create("http://127.0.0.1:" + server.port() + "/xmlrpc/");
        var request =
                HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString(body));
        if (credentials != null) {
            request.header("Authorization", "Basic " + encoded(credentials));
        }
        var response = client.send(request.build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private static String member(String name, String value) {
        return "<name>%s</name>\n<value>%s</value>".formatted(name, value);
    }

    private static String base64(String text) {
        return "<base64>\n" + encoded(text) + "\n</base64>";
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return text.replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Mail patch(String name, String date) {
        var mail =
                """
                From: =?utf-8?q?Zo=C3=AB?= <zoe@example.org>
                Subject: [PATCH] %1$s
                Message-Id: <%1$s@example.org>
                Date: %2$s
                List-Id: <harbor.example.org>

                text

                --- a/%1$s
                +++ b/%1$s
                @@ -1 +1 @@
                -old
                +new
                """
                        .formatted(name, date);
        return Mail.read(mail.getBytes(StandardCharsets.UTF_8));
    }
}
