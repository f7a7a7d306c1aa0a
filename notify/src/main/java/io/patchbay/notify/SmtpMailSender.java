package io.patchbay.notify;

import io.patchbay.tracker.accounts.MailSender;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;

import javax.net.ssl.SSLSocketFactory;

/** Hands mails to a mail server by SMTP (RFC 5321), each on a connection of its own. */
public final class SmtpMailSender implements MailSender {

    private static final int PERMANENT = 500;
    private static final String PATIENCE_MILLIS = "20000";

    private final SmtpServer server;
    private final InternetAddress from;
    private final InstantSource clock;
    private final Session session;

    /**
     * @param from such as {@code Patchbay <patchbay@example.org>}; an {@link
     *     IllegalArgumentException} if it is no address
     */
    public SmtpMailSender(SmtpServer server, String from, InstantSource clock) {
        this(server, from, clock, null);
    }

    /**
     * @param tls null for that of this Java, which trusts the usual authorities
     */
    SmtpMailSender(
            SmtpServer server, String from, InstantSource clock, @Nullable SSLSocketFactory tls) {
        this.server = server;
        this.from = address(from);
        this.clock = clock;
        var settings = settings(server, this.from.getAddress());
        if (tls != null) {
            settings.put("mail.smtp.ssl.socketFactory", tls);
        }
        this.session = Session.getInstance(settings);
    }

    private static InternetAddress address(String text) {
        try {
            var address = new InternetAddress(text, true);
            if (address.getAddress().contains("@")) {
                return address;
            }
        } catch (AddressException e) {
            throw new IllegalArgumentException(noAddress(text), e);
        }
        throw new IllegalArgumentException(noAddress(text));
    }

    private static String noAddress(String text) {
        return "expected an address such as 'Patchbay <patchbay@example.org>', but this is '%s'"
                .formatted(text);
    }

    private static Properties settings(SmtpServer server, String from) {
        var settings = new Properties();
        settings.put("mail.transport.protocol", "smtp");
        settings.put("mail.smtp.host", server.host());
        settings.put("mail.smtp.port", String.valueOf(server.port()));
        // Bounces go where they can be read, and Message-IDs end with our domain.
        settings.put("mail.smtp.from", from);
        settings.put("mail.from", from);
        settings.put("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        settings.put("mail.smtp.timeout", PATIENCE_MILLIS);
        settings.put("mail.smtp.writetimeout", PATIENCE_MILLIS);
        settings.put("mail.smtp.auth", String.valueOf(server.login() != null));
        switch (server.encryption()) {
            case IF_OFFERED -> {
                settings.put("mail.smtp.starttls.enable", "true");
                settings.put("mail.smtp.ssl.trust", "*");
                settings.put("mail.smtp.ssl.checkserveridentity", "false");
            }
            case STARTTLS -> {
                settings.put("mail.smtp.starttls.enable", "true");
                settings.put("mail.smtp.starttls.required", "true");
                settings.put("mail.smtp.ssl.checkserveridentity", "true");
            }
            case TLS -> {
                settings.put("mail.smtp.ssl.enable", "true");
                settings.put("mail.smtp.ssl.checkserveridentity", "true");
            }
        }
        return settings;
    }

    @Override
    public void deliver(OutgoingMail mail) {
        try {
            var message = message(mail);
            var login = server.login();
            if (login == null) {
                Transport.send(message);
            } else {
                Transport.send(message, login.name(), login.password());
            }
        } catch (MessagingException e) {
            throw new Undelivered(
                    "%s:%d did not take the mail to %s: %s"
                            .formatted(server.host(), server.port(), mail.to(), reason(e)),
                    e,
                    isForGood(e));
        }
    }

    private MimeMessage message(OutgoingMail mail) throws MessagingException {
        var message = new MimeMessage(session);
        message.setFrom(from);
        message.setRecipient(RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.subject(), "UTF-8");
        message.setSentDate(Date.from(clock.instant()));
        message.setText(mail.text(), "UTF-8");
        // RFC 3834: holiday notes and the like do not answer.
        message.setHeader("Auto-Submitted", "auto-generated");
        if (mail.bulk()) {
            message.setHeader("Precedence", "bulk");
        }
        return message;
    }

    /** The recipient or the mail is refused, and not only for now (RFC 5321 §4.2.1). */
    private static boolean isForGood(MessagingException e) {
        for (Exception next = e; next instanceof MessagingException; ) {
            int code =
                    switch (next) {
                        case SMTPAddressFailedException refused -> refused.getReturnCode();
                        case SMTPSendFailedException refused -> refused.getReturnCode();
                        case AddressException _ -> PERMANENT;
                        default -> 0;
                    };
            if (code >= PERMANENT) {
                return true;
            }
            next = ((MessagingException) next).getNextException();
        }
        return false;
    }

    /** The innermost one tells what the server said. */
    private static String reason(Throwable e) {
        var innermost = e;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return String.valueOf(innermost.getMessage()).strip();
    }
}
