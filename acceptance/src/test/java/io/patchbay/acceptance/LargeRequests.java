package io.patchbay.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requests as large as may be, each so that it would cost much if its parts cost more than one. */
final class LargeRequests {

    private static final int BODY = 400_000;
    private static final int HEAD = 30_000;

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data; boundary=x";

    private final String credentials;
    private final String session;
    private final List<byte[]> requests = new ArrayList<>();

    /**
     * @param credentials a header of somebody who maintains the project harbor
     * @param session the headers of the same person with a browser
     */
    LargeRequests(String credentials, String session) {
        this.credentials = credentials;
        this.session = session;
    }

    List<byte[]> all() {
        forms();
        multiparts();
        json();
        xml();
        queries();
        headers();
        return requests;
    }

    private void forms() {
        for (var field : List.of("a&", "&", "=&", "a=b&", "patches=1&", "%", "+")) {
            post("/api/bundles/", FORM, times(field, BODY));
        }
        post("/api/bundles/", FORM, "a&".repeat(19_000) + times("b", BODY));
        post("/user/login/", FORM, times("a&", BODY));
        post("/user/login/", FORM, "username=ann&password=" + times("a", BODY));
        var bulk = "form=patch-list-form&action=update&state=2&archived=*&delegate=*&";
        post("/project/harbor/list/", FORM, bulk + numbered(i -> "patch_id:" + i + "=on&"));
        post("/project/harbor/list/", FORM, bulk + times("patch_id:1=on&", BODY));
    }

    private void multiparts() {
        var name = "Content-Disposition: form-data; name=a\r\n";
        post("/api/bundles/", MULTIPART, times("--x\r\n" + name + "\r\nb\r\n", BODY));
        post("/api/bundles/", MULTIPART, times("--x\r\n", BODY));
        var manyNames = "--x\r\n" + times(name, BODY / 2) + "\r\n";
        post("/api/bundles/", MULTIPART, manyNames + times("b", BODY / 2) + "\r\n--x--");
        post(
                "/api/bundles/",
                MULTIPART,
                "--x\r\n" + name + times(";", BODY) + "\r\n\r\nb\r\n--x--");
    }

    private void json() {
        for (var patches : List.of(times("1,", BODY), numbered(i -> i + ","), times("9", BODY))) {
            var list = "[" + patches + "1]";
            post("/api/bundles/", "application/json", "{\"name\":\"a\",\"patches\":" + list + "}");
            patch("/api/1.4/patches/1/", "{\"related\":" + list + "}");
            patch("/api/patchbay/patches/", "{\"state\":\"new\",\"patches\":" + list + "}");
        }
        post(
                "/api/bundles/",
                "application/json",
                "{" + numbered(i -> "\"" + i + "\":1,") + "\"a\":1}");
        post("/api/bundles/", "application/json", times("[", BODY));
        post("/api/bundles/", "application/json", "{\"name\":\"" + times("\\u0061", BODY) + "\"}");
        var check = "{\"state\":\"success\",\"context\":\"c\",\"target_url\":\"http://";
        post("/api/1.4/patches/1/checks/", "application/json", check + times("a.", BODY) + "@\"}");
    }

    private void xml() {
        for (var params :
                List.of(
                        times("<param><value><array><data>", BODY),
                        times("<param><value>1</value></param>", BODY),
                        filter("id__in", array(i -> "<int>" + i + "</int>")),
                        filter("msgid__in", array(i -> "a" + i)),
                        filter("name__icontains", "<string>" + times("a%", BODY) + "</string>"),
                        filter("a", "<string>" + times("&amp;", BODY) + "</string>"))) {
            post(
                    "/xmlrpc/",
                    "text/xml",
                    "<?xml version='1.0'?><methodCall><methodName>patch_list</methodName><params>"
                            + params
                            + "</params></methodCall>");
        }
    }

    private static String filter(String name, String value) {
        var member = "<member><name>" + name + "</name><value>" + value + "</value></member>";
        return "<param><value><struct>" + member + "</struct></value></param>";
    }

    private static String array(IntFunction<String> item) {
        return "<array><data>"
                + numbered(i -> "<value>" + item.apply(i) + "</value>")
                + "</data></array>";
    }

    private void queries() {
        for (var path : List.of("/project/harbor/list/", "/api/1.4/patches/", "/api/1.4/events/")) {
            for (var pair :
                    List.of("a&", "state=1&", "series=1&", "project=harbor&", "category=x&")) {
                get(path + "?" + times(pair, HEAD), "");
            }
            for (var value :
                    List.of("q=|a+", "q=|%25", "q=|(", "order=|-date,", "page=|9", "q=|\"a\"+")) {
                var parts = value.split("\\|");
                get(path + "?" + parts[0] + times(parts[1], HEAD), "");
            }
            get(path + "?q=" + numbered(i -> i + "+").substring(0, HEAD), "");
        }
        get("/" + times("a/", HEAD), "");
        get("/" + times("../", HEAD), "");
        get("/patch/" + times("%25", HEAD) + "/", "");
    }

    private void headers() {
        for (var header :
                List.of(
                        "Accept: |a/b;q=0.1,",
                        "Accept: |;",
                        "Accept-Encoding: |gzip;q=0,",
                        "Cookie: |a=b;",
                        "If-None-Match: |\"a\",",
                        "Authorization: Basic |YWFh",
                        "Authorization: |Token ",
                        "Range: bytes=|0-1,",
                        "Referer: |http://a/")) {
            var parts = header.split("\\|");
            get("/api/1.4/patches/", parts[0] + times(parts[1], HEAD) + "\r\n");
            get("/project/harbor/list/", parts[0] + times(parts[1], HEAD) + "\r\n");
        }
    }

    private void get(String target, String headers) {
        request("GET " + target, headers.isEmpty() ? credentials : headers, "");
    }

    private void post(String target, String type, String body) {
        boolean isApi = target.startsWith("/api/") || target.startsWith("/xmlrpc/");
        var headers = (isApi ? credentials : session) + "Content-Type: " + type + "\r\n";
        request("POST " + target, headers, body);
    }

    private void patch(String target, String body) {
        request("PATCH " + target, credentials + "Content-Type: application/json\r\n", body);
    }

    private void request(String line, String headers, String body) {
        var length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
        var request = line + " HTTP/1.1\r\nHost: a.example\r\n" + headers + length + "\r\n" + body;
        requests.add(request.getBytes(ISO_8859_1));
    }

    private static String times(String text, int octets) {
        return text.repeat(octets / text.length());
    }

    private static String numbered(IntFunction<String> item) {
        return IntStream.range(1, BODY / 16).mapToObj(item).collect(Collectors.joining());
    }
}
