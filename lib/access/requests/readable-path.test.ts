import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepPathsReadable } from "./readable-path";

/** Answers the address as a handler sees it. */
const server = createServer((request, response) => response.end(request.url));
beforeAll(async () => {
  keepPathsReadable();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});
afterAll(() => new Promise((closed) => server.close(closed)));

/** Asked as it is: `fetch` would mend it first. */
const seen = (address: string) =>
  new Promise<string>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const socket = connect(port, "127.0.0.1");
    let answer = "";
    socket.on("data", (part) => {
      answer += part;
    });
    socket.on("end", () => resolve(answer.split("\r\n\r\n")[1] ?? ""));
    socket.on("error", reject);
    socket.write(`GET ${address} HTTP/1.1\r\nHost: baton\r\nConnection: close\r\n\r\n`);
  });

describe("an address whose path nobody can decode", () => {
  it.each([
    ["/api/v1/leads/%ZZ", "/api/v1/leads/%25ZZ"],
    ["/api/v1/leads/%", "/api/v1/leads/%25"],
    ["/api/v1/leads/%ff?email=%ff", "/api/v1/leads/%25ff?email=%ff"],
    ["/leads/%C3%A9%E0%A4", "/leads/%25C3%25A9%25E0%25A4"],
  ])("is read by its letters: %s", async (address, read) => expect(await seen(address)).toBe(read));

  it.each(["/api/v1/leads/%C3%A9", "/queue?find=%ZZ", "/"])("is left alone else: %s", async (one) =>
    expect(await seen(one)).toBe(one),
  );
});
