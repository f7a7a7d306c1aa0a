package io.patchbay.web.frame;

import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;

import io.patchbay.http.message.Response;

/** Turns a template and what it shows into a response. */
public final class Html {

    // Nothing foreign is ever loaded, and nothing inline runs, even if an escape failed.
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final int USUAL_SIZE = 1 << 15;

    private Html() {}

    /** The render method of a compiled template. */
    @FunctionalInterface
    public interface Template<P> {

        void render(HtmlTemplateOutput html, HtmlInterceptor interceptor, P page);
    }

    public static <P> Response page(Template<P> template, P page) {
        return page(200, template, page);
    }

    @SuppressWarnings("NullAway") // compiled templates take an interceptor that they never call
    public static <P> Response page(int status, Template<P> template, P page) {
        var bytes = new Utf8ByteOutput(USUAL_SIZE);
        template.render(new OwaspHtmlTemplateOutput(bytes), null, page);
        return Response.of(status, "text/html; charset=utf-8", bytes.toByteArray())
                .header("Vary", "Cookie")
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "same-origin");
    }
}
