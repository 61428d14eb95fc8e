import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** What a mail server took: the envelope, and the message as it came. */
type Mail = { from: string; to: string[]; raw: string };

/** What goes wrong with mail servers, by name (RFC 5321, RFC 4954). */
export const SMTP_FAULTS = {
  "a wrong password": { at: "auth", code: 535 },
  greylisting: { at: "recipient", code: 451 },
  "a mailbox that does not exist": { at: "recipient", code: 550 },
  "a sender that may not": { at: "sender", code: 550 },
  "a message it will not have": { at: "data", code: 554 },
  "a full disk": { at: "data", code: 452 },
  silence: { at: "data", code: 0 },
  "a fault after it took it": { at: "data", code: 451, taken: true },
  "silence after it took it": { at: "data", code: 0, taken: true },
} as const;
/** `taken`: it takes the mail, and then answers as though it had not. */
type Fault = { at: "auth" | "sender" | "recipient" | "data"; code: number; taken?: true };

export const SMTP_ACCOUNT = { user: "baton", password: "a password of the tests" };

/** What a connection to the double is given. */
export const mailAccount = (server: string) => ({
  settings: { server, from: "baton@tallyport.example", user: SMTP_ACCOUNT.user },
  secrets: { password: SMTP_ACCOUNT.password },
});

export type SmtpDouble = {
  /** As in the settings: '127.0.0.1:2525'. */
  server: string;
  mails: Mail[];
  fail(fault: Fault | null): void;
  close(): Promise<void>;
};

/** A real mail server on this machine, without encryption, that keeps what it takes. */
export async function startSmtp(): Promise<SmtpDouble> {
  const mails: Mail[] = [];
  let fault: Fault | null = null;
  const refusal = (at: Fault["at"]) =>
    fault?.at === at
      ? Object.assign(new Error("No, says the test"), { responseCode: fault.code })
      : null;
  const server = new SMTPServer({
    authOptional: true,
    // A client that hangs on, as some tests have it, is not waited for.
    closeTimeout: 300,
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    logger: false,
    onAuth({ username, password }, _session, callback) {
      const known = username === SMTP_ACCOUNT.user && password === SMTP_ACCOUNT.password;
      const wrong = known ? refusal("auth") : Object.assign(new Error("No"), { responseCode: 535 });
      callback(wrong, wrong ? undefined : { user: username });
    },
    onMailFrom: (_address, _session, callback) => callback(refusal("sender")),
    onRcptTo: (_address, _session, callback) => callback(refusal("recipient")),
    onData(stream, { envelope }, callback) {
      let raw = "";
      stream.on("data", (chunk) => {
        raw += chunk;
      });
      stream.on("end", () => {
        const silent = fault?.at === "data" && fault.code === 0;
        const wrong = refusal("data");
        const { mailFrom, rcptTo } = envelope;
        const to = rcptTo.map(({ address }) => address);
        if (!wrong || fault?.taken) mails.push({ from: mailFrom ? mailFrom.address : "", to, raw });
        if (silent) return;
        if (wrong) return callback(wrong);
        callback(null, "taken");
      });
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    server: `127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    fail: (next) => {
      fault = next;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The readable text of a mail: its headers and bodies, decoded as a mail program would. */
export function mailWords({ raw }: Mail): string {
  const unfolded = raw.replace(/\r\n[ \t]+/g, " ");
  const words = unfolded.replace(/=\?utf-8\?q\?([^?]*)\?=/gi, (_, text: string) =>
    quoted(text.replace(/_/g, " ")),
  );
  return quoted(words.replace(/=\r\n/g, ""));
}

const quoted = (text: string) =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
    "latin1",
  ).toString("utf8");
