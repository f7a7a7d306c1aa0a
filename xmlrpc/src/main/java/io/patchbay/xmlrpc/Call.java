package io.patchbay.xmlrpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A method call as it came in. Arguments are {@link Long}, {@link Double}, {@link Boolean}, {@link
 * String}, {@link List}, {@link Map} or null; binary values are taken as the UTF-8 text they hold.
 */
record Call(String method, List<@Nullable Object> arguments) {

    private static final int MAX_DEPTH = 32;
    private static final XMLInputFactory FACTORY = factory();

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    static Call read(byte[] document) {
        try {
            var xml = FACTORY.createXMLStreamReader(new ByteArrayInputStream(document));
            try {
                return new Reader(xml).call();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            var at = e.getLocation();
            throw Fault.malformed(
                    at == null
                            ? "the request is no XML"
                            : "syntax error: line %d, column %d"
                                    .formatted(at.getLineNumber(), at.getColumnNumber() - 1));
        }
    }

    private static final class Reader {

        private final XMLStreamReader xml;

        Reader(XMLStreamReader xml) {
            this.xml = xml;
        }

        Call call() throws XMLStreamException {
            xml.nextTag();
            expect("methodCall");
            xml.nextTag();
            expect("methodName");
            var method = xml.getElementText().strip();
            var arguments = new ArrayList<@Nullable Object>();
            if (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
                expect("params");
                while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
                    expect("param");
                    xml.nextTag();
                    arguments.add(value(0));
                    xml.nextTag();
                }
            }
            return new Call(method, arguments);
        }

        /** Stands on the start of {@code value}, and ends on its end. */
        private @Nullable Object value(int depth) throws XMLStreamException {
            expect("value");
            if (depth > MAX_DEPTH) {
                throw Fault.malformed("values are nested deeper than " + MAX_DEPTH);
            }
            var bare = new StringBuilder();
            while (xml.next() == XMLStreamConstants.CHARACTERS
                    || xml.getEventType() == XMLStreamConstants.COMMENT) {
                if (xml.getEventType() == XMLStreamConstants.CHARACTERS) {
                    bare.append(xml.getText());
                }
            }
            if (xml.getEventType() == XMLStreamConstants.END_ELEMENT) {
                return bare.toString();
            }
            var read = typed(depth);
            xml.nextTag();
            return read;
        }

        private @Nullable Object typed(int depth) throws XMLStreamException {
            var type = xml.getLocalName();
            return switch (type) {
                case "array" -> array(depth);
                case "struct" -> struct(depth);
                case "string" -> xml.getElementText();
                case "int", "i1", "i2", "i4", "i8", "biginteger" -> integer(xml.getElementText());
                case "boolean" -> xml.getElementText().strip().equals("1");
                case "double", "float" -> decimal(xml.getElementText());
                case "base64" -> binary(xml.getElementText());
                case "dateTime.iso8601" -> xml.getElementText().strip();
                case "nil" -> {
                    xml.getElementText();
                    yield null;
                }
                default -> throw Fault.malformed("a value cannot be of the type " + type);
            };
        }

        private List<@Nullable Object> array(int depth) throws XMLStreamException {
            var items = new ArrayList<@Nullable Object>();
            xml.nextTag();
            expect("data");
            while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
                items.add(value(depth + 1));
            }
            xml.nextTag();
            return items;
        }

        private Map<String, @Nullable Object> struct(int depth) throws XMLStreamException {
            var members = new LinkedHashMap<String, @Nullable Object>();
            while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
                expect("member");
                xml.nextTag();
                expect("name");
                var name = xml.getElementText();
                xml.nextTag();
                members.put(name, value(depth + 1));
                xml.nextTag();
            }
            return members;
        }

        private static Long integer(String text) {
            try {
                return Long.valueOf(text.strip());
            } catch (NumberFormatException e) {
                throw Fault.malformed("expected an integer, got '" + text + "'");
            }
        }

        private static Double decimal(String text) {
            try {
                return Double.valueOf(text.strip());
            } catch (NumberFormatException e) {
                throw Fault.malformed("expected a number, got '" + text + "'");
            }
        }

        private static String binary(String text) {
            try {
                return new String(Base64.getMimeDecoder().decode(text), UTF_8);
            } catch (IllegalArgumentException e) {
                throw Fault.malformed("expected base64, got '" + text + "'");
            }
        }

        private void expect(String element) {
            if (!xml.isStartElement() || !xml.getLocalName().equals(element)) {
                var came = xml.hasName() ? xml.getLocalName() : "something else";
                throw Fault.malformed("expected <" + element + ">, got " + came);
            }
        }
    }
}
