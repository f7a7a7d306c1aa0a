package io.patchbay.xmlrpc;

/** The methods, for a person who opens the address in a browser. */
final class MethodPage {

    private static final String START =
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>XML-RPC methods</title>
            <style>
            :root { color-scheme: light dark }
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
            dt { font-family: ui-monospace, monospace; margin-top: 1rem }
            </style>
            </head>
            <body>
            <h1>XML-RPC methods</h1>
            <p>Call them with POST at this address. New programs take the
            <a href="/api/">REST API</a> instead.</p>
            <dl>
            """;

    private MethodPage() {}

    static String of(Methods methods) {
        var page = new StringBuilder(START);
        for (var method : methods.all()) {
            page.append("<dt>").append(method.signature()).append("</dt>\n");
            page.append("<dd>").append(method.about()).append("</dd>\n");
        }
        return page.append("</dl>\n</body>\n</html>\n").toString();
    }
}
