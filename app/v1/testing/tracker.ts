import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { createFirstKeys } from "@/lib/access/commands";
import { systemActor } from "@/lib/access/viewer";
import { POST } from "../[call]/route";

/** A fresh write key, kept by its hash as the first keys are. */
export async function aWriteKey(): Promise<string> {
  const key = `test-${randomUUID()}`;
  await createFirstKeys(systemActor("command line", "Tests"), { write: key }, new Date());
  return key;
}

type Sent = { basic?: string; headers?: Record<string, string> };

/** Posts a call; `body` is sent as JSON, unless it is bytes or text already. */
export function track(call: string, body: unknown, { basic, headers }: Sent = {}) {
  const raw = typeof body === "string" || body instanceof Uint8Array;
  const authorization = basic && `Basic ${Buffer.from(`${basic}:`).toString("base64")}`;
  const request = new Request(`http://baton.test/v1/${call}`, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      ...(authorization ? { Authorization: authorization } : {}),
      ...headers,
    },
    body: (raw ? body : JSON.stringify(body)) as BodyInit,
  });
  return POST(request, { params: Promise.resolve({ call }) });
}

/** A server on a free port that hands every request to the tracking API, as Next does. */
export async function serveTracking(before: () => Response | null = () => null) {
  const server = createServer(async (incoming, outgoing) => {
    const call = incoming.url?.split("/").at(-1) ?? "";
    const request = new Request(`http://baton.test${incoming.url}`, {
      method: "POST",
      headers: new Headers(incoming.headers as Record<string, string>),
      body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>,
      duplex: "half",
    } as RequestInit);
    const response = before() ?? (await POST(request, { params: Promise.resolve({ call }) }));
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(await response.text());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The server has no port.");
  return { host: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}
