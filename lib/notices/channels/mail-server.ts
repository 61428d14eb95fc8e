import { isIP } from "node:net";
import { isLoopback } from "@/lib/platform/is-loopback";

/** Where mail is handed in. Without a port: 587, for submission (RFC 6409). */
type MailServer = { host: string; port: number };

const HOST = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i;
const SUBMISSION = 587;

/** 'mail.example.com:465' as its parts; null where it is no such thing. */
export function mailServer(text: string): MailServer | null {
  const [, host = "", port = String(SUBMISSION)] = /^(.+?)(?::(\d{1,5}))?$/.exec(text.trim()) ?? [];
  const bare = host.replace(/^\[(.*)\]$/, "$1");
  if (!HOST.test(bare) && isIP(bare) === 0) return null;
  const number = Number(port);
  return number >= 1 && number <= 65_535 ? { host: bare, port: number } : null;
}

/** True for this machine itself, where nobody listens in: there and only there TLS may be missing. */
export const isHere = ({ host }: MailServer) => isLoopback(host);
