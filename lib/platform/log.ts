import pino, { type DestinationStream, type LogFn, type Logger } from "pino";
import { env } from "./env";

const HIDDEN = "[hidden]";
/** Its parts are as long as they may be (RFC 5321, 4.5.3.1): with no end, one long word held a line up for seconds. */
const EMAIL = /[^\s"'<>:=,;@]{1,64}@[^\s"'<>:=,;@]{1,255}\.[^\s"'<>:=,;@]+/g;

const SECRET_PATHS = ["authorization", "cookie", "password", "secret", "token", "email"].flatMap(
  (name) => [name, `*.${name}`, `*.*.${name}`],
);

/** A text of an error without what its statements were given: that is somebody's name, number or note. */
function withoutGiven(text: string, error: unknown): string {
  let told = text;
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if ("params" in cause) told = told.replaceAll(`\nparams: ${cause.params}`, "");
  return told;
}

function toldError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { params: _given, message, stack, ...rest } = pino.stdSerializers.err(error);
  return {
    ...rest,
    message: withoutGiven(message, error),
    stack: withoutGiven(stack, error),
  };
}

/** An error that is logged by itself would be its own message. */
function logged(this: Logger, args: Parameters<LogFn>, method: LogFn): void {
  const [error, words]: unknown[] = args;
  if (error instanceof Error)
    method.call(this, { err: error }, String(words ?? withoutGiven(error.message, error)));
  else method.apply(this, args);
}

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
    serializers: { err: toldError },
    // The whole line is searched: an address can hide in any message, stack or driver's detail.
    hooks: { logMethod: logged, streamWrite: (line: string) => line.replace(EMAIL, HIDDEN) },
  };
  return destination ? pino(options, destination) : pino(options);
}

let shared: Logger | undefined;

/** The log of this process, at the level of `LOG_LEVEL`. */
export function log(): Logger {
  shared ??= createLog(env().LOG_LEVEL);
  return shared;
}
