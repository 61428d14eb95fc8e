import { type Failed, failed } from "@/lib/enrichment/http/http";
import { givenUp, type NotDelivered } from "./channel";

/** What nodemailer throws: https://nodemailer.com/errors */
type SmtpError = { code?: string; responseCode?: number; command?: string };

const UNREACHABLE = new Set(["ECONNECTION", "ESOCKET", "EDNS", "EPROXY"]);

/**
 * A mail server's no as a failure. 4xx passes (greylisting among it), 5xx does not (RFC 5321,
 * 4.2.1). Its own words stay out: they repeat the address that was written to.
 */
export function smtpFailure(error: unknown): NotDelivered {
  const { code = "", responseCode: status, command } = error as SmtpError;
  const number = status ? ` (${status})` : "";
  if (code === "EAUTH" || code === "ENOAUTH" || status === 530 || status === 535)
    return failed("unauthorised", `Does not accept the user name and password${number}.`);
  if (code === "ETLS" || code === "EREQUIRETLS")
    return failed("unreachable", "Offers no encryption that can be trusted.");
  if (code === "ETIMEDOUT") return failed("time_limit", "Did not answer within its time limit.");
  if (status === undefined) {
    const named = /^[A-Z]{3,20}$/.test(code) ? ` (${code})` : "";
    return UNREACHABLE.has(code) || named
      ? failed("unreachable", `Could not be reached${named}.`)
      : failed("unreadable", "Its answer is not as its documentation says.");
  }
  return status >= 500 ? givenUp(refusedBy(command, number)) : postponedBy(command, number);
}

function refusedBy(command: string | undefined, number: string): Failed {
  if (command === "RCPT TO") return failed("refused", `Refuses the reader's address${number}.`);
  if (command === "MAIL FROM") return failed("refused", `Refuses the sender's address${number}.`);
  return failed("refused", `Refuses the message${number}.`);
}

/** About one recipient it says nothing of the server; about anything else it does. */
const postponedBy = (command: string | undefined, number: string): Failed =>
  command === "RCPT TO"
    ? failed("refused", `Wants to be asked again later${number}.`)
    : failed("broken", `Cannot take it at the moment${number}.`);
