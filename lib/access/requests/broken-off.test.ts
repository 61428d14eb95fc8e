import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { isBrokenOff } from "./broken-off";
import { readJson } from "./json-body";

/** What reading a body ends with when whoever sends it leaves half way. */
async function leftHalfWay(): Promise<unknown> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const asked = once(server, "request");
  const client = connect(port, "127.0.0.1");
  client.write("POST / HTTP/1.1\r\nHost: baton\r\nContent-Length: 100\r\n\r\n{");
  const [incoming] = await asked;
  const body = Readable.toWeb(incoming) as ReadableStream<Uint8Array>;
  // Node wants `duplex` said for a body that streams, and the DOM's types do not know it.
  const sent: RequestInit & { duplex: "half" } = { method: "POST", body, duplex: "half" };
  const request = new Request("http://baton/", sent);
  const read = readJson(request, 1_000).catch((error: unknown) => error);
  client.destroy();
  const ended = await read;
  server.close();
  return ended;
}

it("knows a request that was broken off from what fails here", async () => {
  expect(isBrokenOff(await leftHalfWay())).toBe(true);
  expect(isBrokenOff(new Error("aborted"))).toBe(false);
  const reset = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
  expect(isBrokenOff(reset)).toBe(false);
});
