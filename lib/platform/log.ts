import pino, { type DestinationStream, type Logger } from "pino";
import { env } from "./env";

export type { Logger } from "pino";

const HIDDEN = "[hidden]";
const EMAIL = /[^\s"'<>:=,;]+@[^\s"'<>:=,;]+\.[^\s"'<>:=,;]+/g;

const SECRET_PATHS = ["authorization", "cookie", "password", "secret", "token", "email"].flatMap(
  (name) => [name, `*.${name}`, `*.*.${name}`],
);

/**
 * Makes a log of JSON lines. Personal data and credentials stay out of it: known fields are
 * replaced, and an email address is also found inside a message or an error's text.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service: "baton" },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRET_PATHS, censor: HIDDEN },
    // The whole line is searched: an address can hide in any message, stack or driver's detail.
    hooks: { streamWrite: (line: string) => line.replace(EMAIL, HIDDEN) },
  };
  return destination ? pino(options, destination) : pino(options);
}

let shared: Logger | undefined;

/** The log of this process, at the level of `LOG_LEVEL`. */
export function log(): Logger {
  shared ??= createLog(env().LOG_LEVEL);
  return shared;
}
