package io.patchbay.web;

import gg.jte.html.HtmlContent;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;

/** What a piece of content becomes in a page. */
public final class Rendered {

    private Rendered() {}

    public static String html(HtmlContent content) {
        var output = new StringOutput();
        var html = new OwaspHtmlTemplateOutput(output);
        html.setContext("pre", null);
        content.writeTo(html);
        return output.toString();
    }
}
