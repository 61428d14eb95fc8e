import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a double was asked. `body` is the parsed JSON or form, or undefined where there was none. */
export type Asked = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage["headers"];
  body: unknown;
};

/**
 * A double's answer. `half` breaks the connection off in the middle of the body; `never` is silence, from
 * the middle of the body on where both are; `gone` breaks it off before a word.
 */
export type Reply = {
  status: number;
  body: string;
  headers?: Record<string, string>;
  half?: true;
  never?: true;
  gone?: true;
};

/**
 * A server that speaks another system's API on this machine. `asked` is what it was asked, in order;
 * `fail` makes it answer everything with one reply, until it is told null; `failAfter` the paths that
 * a pattern finds, once it has answered so many of them.
 */
export type Double = {
  address: string;
  asked: Asked[];
  fail(reply: Reply | null): void;
  /**
   * Does what it is asked on such paths, but answers only once it is released; with `alone` it does so
   * with the next one alone.
   */
  holdBack(on: RegExp, which?: { alone: boolean }): { arrived: Promise<void>; release(): void };
  failAfter(after: { on: RegExp; answered: number; reply: Reply } | null): void;
  /** Does what it is asked and then answers everything with this, until it is told null. */
  doThenAnswer(reply: Reply | null): void;
  close(): Promise<void>;
};

export const json = (
  status: number,
  content: unknown,
  headers: Record<string, string> = {},
): Reply => ({
  status,
  body: JSON.stringify(content),
  headers: { "content-type": "application/json; charset=utf-8", ...headers },
});

/** What goes wrong with every system alike, by name; each double adds its own. */
export const FAULTS = {
  "a fault of its own": json(500, { error: "Internal Server Error" }),
  "a proxy's page": {
    status: 200,
    body: "<!doctype html><title>Please wait</title>",
    headers: { "content-type": "text/html" },
  },
  "half a body": { status: 200, body: '{"person":{"name":', half: true },
  silence: { status: 200, body: "", never: true },
  "no word": { status: 200, body: "", gone: true },
  "a redirection": { status: 302, body: "", headers: { location: "https://elsewhere.invalid/" } },
} as const satisfies Record<string, Reply>;

/** How it cannot be reached, or whatever stands before it keeps it from that. */
export const OUTAGES = {
  "nobody there": FAULTS["no word"],
  "a body without end": { status: 200, body: '{"person":{"name":', half: true, never: true },
  "a proxy's limit with Retry-After": json(429, {}, { "retry-after": "42" }),
  "a proxy's limit without Retry-After": json(429, {}),
} as const satisfies Record<string, Reply>;

/**
 * Starts a double that answers with `answer`; it keeps what it was asked, in order. `running`: how many
 * questions have no answer yet, this one among them.
 */
export async function startDouble(
  answer: (asked: Asked, running: number) => Reply,
): Promise<Double> {
  const asked: Asked[] = [];
  let running = 0;
  let failure: Reply | null = null;
  let afterwards: Reply | null = null;
  let later: { on: RegExp; answered: number; reply: Reply } | null = null;
  type Held = { on: RegExp; arrived: () => void; until: Promise<void>; alone: boolean };
  let held: Held | null = null;
  const failureOf = ({ path }: Asked) => {
    if (failure || !later?.on.test(path)) return failure;
    later = { ...later, answered: later.answered - 1 };
    return later.answered < 0 ? later.reply : null;
  };
  const server = createServer((request, response) => {
    read(request).then(
      (one) => {
        asked.push(one);
        running += 1;
        response.once("close", () => {
          running -= 1;
        });
        const done = failureOf(one) ?? answer(one, running);
        const reply = done.status < 400 ? (afterwards ?? done) : done;
        if (!held?.on.test(one.path)) return send(response, reply);
        const { arrived, until } = held;
        if (held.alone) held = null;
        arrived();
        until.then(() => send(response, reply));
      },
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    fail: (reply) => {
      failure = reply;
    },
    holdBack: (on, { alone } = { alone: false }) => {
      const [arrival, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      held = { on, arrived: arrival.resolve, until: end.promise, alone };
      const release = () => {
        held = null;
        end.resolve();
      };
      return { arrived: arrival.promise, release };
    },
    failAfter: (after) => {
      later = after;
    },
    doThenAnswer: (reply) => {
      afterwards = reply;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(request: IncomingMessage): Promise<Asked> {
  let text = "";
  for await (const chunk of request) text += chunk;
  const { pathname: path, searchParams: query } = new URL(request.url ?? "/", "http://127.0.0.1");
  const { method = "GET", headers } = request;
  return { method, path, query, headers, body: parsed(text, headers["content-type"]) };
}

function parsed(text: string, type = ""): unknown {
  if (text === "") return undefined;
  const isForm = type.startsWith("application/x-www-form-urlencoded");
  return isForm ? Object.fromEntries(new URLSearchParams(text)) : JSON.parse(text);
}

function send(response: ServerResponse, reply: Reply): void {
  const { status, headers, body, half, never, gone } = reply;
  if (gone) return void response.destroy();
  if (never && !half) return;
  const length = Buffer.byteLength(body) + (half ? 100 : 0);
  response.writeHead(status, { ...headers, "content-length": String(length) });
  if (!half) response.end(body);
  else response.write(body, () => never || response.destroy());
}
