import { createTransport, type SendMailOptions } from "nodemailer";
import { failed } from "@/lib/enrichment/http/http";
import type { ChannelSystem, Delivery, Message } from "./channel";
import { mailHtml, mailText } from "./mail-body";
import { isHere, mailServer } from "./mail-server";
import { smtpFailure } from "./smtp-failure";

/** Implicit TLS (RFC 8314); any other port begins in plain text and must change to TLS. */
const TLS_PORT = 465;
const ADDRESS = /^[^\s<>"',;:@()[\]\\]+@[^\s<>"',;:@()[\]\\]+\.[^\s<>"',;:@()[\]\\]+$/;

/** Mail through the company's own server: SMTP (RFC 5321), STARTTLS (RFC 3207), AUTH (RFC 4954). */
export const smtp: ChannelSystem = {
  id: "smtp",
  label: "Email (SMTP)",
  settings: [
    { key: "server", label: "Mail server and port", secret: false },
    { key: "from", label: "Sender's address", secret: false },
    { key: "user", label: "User name", secret: false, optional: true },
    { key: "password", label: "Password", secret: true, optional: true },
  ],
  readers: "the person",
  wrong(key, value) {
    if (key === "server")
      return mailServer(value) ? null : "is not a mail server such as mail.example.com:587";
    if (key === "from")
      return ADDRESS.test(value) ? null : "is not an address such as a@example.com";
    return null;
  },
  open: ({ settings, secrets }) => ({
    deliver: (message, signal) =>
      send({ ...(settings as Partial<Account>), password: secrets.password }, message, signal),
  }),
};

type Account = { server: string; from: string; user?: string; password?: string };

async function send(
  account: Partial<Account>,
  message: Message,
  signal: AbortSignal,
): Promise<Delivery> {
  const server = mailServer(account.server ?? "");
  if (!server) return failed("refused", "Its mail server is not set.");
  const here = isHere(server);
  const transport = createTransport({
    ...server,
    secure: server.port === TLS_PORT,
    requireTLS: !here,
    ignoreTLS: here,
    ...(account.user ? { auth: { user: account.user, pass: account.password ?? "" } } : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 15_000,
    dnsTimeout: 10_000,
  });
  const late = Promise.withResolvers<Delivery>();
  const end = () => {
    transport.close();
    late.resolve(failed("time_limit", "Did not answer within its time limit."));
  };
  signal.addEventListener("abort", end, { once: true });
  const sent = transport
    .sendMail(mailOf(account.from ?? "", message))
    .then((): Delivery => ({ delivered: true }), smtpFailure);
  return Promise.race([sent, late.promise]).finally(() => {
    signal.removeEventListener("abort", end);
    transport.close();
  });
}

/** Addresses are given in parts, and headers are folded and encoded by the library. */
function mailOf(from: string, message: Message): SendMailOptions {
  const { id, to, title } = message;
  const domain = from.split("@").at(-1) ?? "baton.invalid";
  return {
    from: { name: "Baton", address: from },
    to: { name: to.name, address: to.email },
    subject: title,
    messageId: `<${id}@${domain}>`,
    // RFC 3834: no holiday notes in return.
    headers: { "Auto-Submitted": "auto-generated" },
    text: mailText(message),
    html: mailHtml(message),
  };
}
