import { createSocket } from "node:dgram";

/**
 * What a name holds. `SERVFAIL` and `REFUSED` are answered to every question about it, `silence`
 * is no answer at all. A name that is not in the zone does not exist.
 */
type Records = {
  MX?: (readonly [priority: number, exchange: string])[];
  A?: string[];
  AAAA?: string[];
  NS?: string[];
  CNAME?: string;
  ttl?: number;
};
export type Zone = { [name: string]: Records | "SERVFAIL" | "REFUSED" | "silence" };

const TYPES = { 1: "A", 2: "NS", 5: "CNAME", 15: "MX", 28: "AAAA" } as const;
type Type = (typeof TYPES)[keyof typeof TYPES];
const CODES = { A: 1, NS: 2, CNAME: 5, MX: 15, AAAA: 28 } as const satisfies Record<Type, number>;
const RCODES = { NOERROR: 0, SERVFAIL: 2, NXDOMAIN: 3, REFUSED: 5 } as const;
type Row = { name: string; type: Type; ttl: number; data: Buffer };

/** A name server on this machine that speaks RFC 1035 over UDP. `asked` is 'MX acme.example' and so on. */
export async function startDns(zone: Zone) {
  const asked: string[] = [];
  const socket = createSocket("udp4");
  socket.on("message", (query, from) => {
    const { name, type, question } = questionOf(query);
    asked.push(`${type} ${name}`);
    const reply = replyTo(query, question, name, type, zone);
    if (reply) socket.send(reply, from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
  const close = () => new Promise<void>((resolve) => socket.close(() => resolve()));
  return { server: `127.0.0.1:${socket.address().port}`, asked, close };
}

function questionOf(query: Buffer) {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString("latin1", at + 1, at + 1 + length).toLowerCase());
    at += length + 1;
  }
  const type = TYPES[query.readUInt16BE(at + 1) as keyof typeof TYPES] ?? "A";
  return { name: labels.join("."), type, question: query.subarray(12, at + 5) };
}

function replyTo(query: Buffer, question: Buffer, name: string, type: Type, zone: Zone) {
  const known = zone[name];
  if (known === "silence") return null;
  if (known === "SERVFAIL" || known === "REFUSED") return packet(query, question, known, []);
  if (!known) return packet(query, question, "NXDOMAIN", []);
  return packet(query, question, "NOERROR", rowsOf(name, type, known, zone));
}

/** The rows of a name, through a CNAME to those of another, as a resolver that looks on for us. */
function rowsOf(name: string, type: Type, records: Records, zone: Zone): Row[] {
  const { ttl = 300, CNAME: alias } = records;
  if (alias !== undefined) {
    const there = zone[alias];
    const link: Row = { name, type: "CNAME", ttl, data: encoded(alias) };
    return [link, ...(typeof there === "object" ? rowsOf(alias, type, there, zone) : [])];
  }
  return dataOf(type, records).map((data) => ({ name, type, ttl, data }));
}

function dataOf(type: Type, { A = [], AAAA = [], NS = [], MX = [] }: Records): Buffer[] {
  if (type === "A") return A.map((ip) => Buffer.from(ip.split(".").map(Number)));
  if (type === "AAAA") return AAAA.map(sixteenOctets);
  if (type === "NS") return NS.map(encoded);
  if (type !== "MX") return [];
  return MX.map(([priority, exchange]) =>
    Buffer.concat([Buffer.from([priority >> 8, priority & 255]), encoded(exchange)]),
  );
}

/** The root is the empty name: '.' is one octet of nothing. */
function encoded(name: string): Buffer {
  const labels = name.split(".").filter((label) => label !== "");
  const parts = labels.map((label) => Buffer.from([label.length, ...Buffer.from(label, "latin1")]));
  return Buffer.concat([...parts, Buffer.from([0])]);
}

function sixteenOctets(ip: string): Buffer {
  const [head = "", tail] = ip.split("::");
  const groups = (part: string) => (part === "" ? [] : part.split(":").map((g) => parseInt(g, 16)));
  const [left, right] = [groups(head), groups(tail ?? "")];
  const middle = new Array<number>(8 - left.length - right.length).fill(0);
  return Buffer.from([...left, ...middle, ...right].flatMap((group) => [group >> 8, group & 255]));
}

function packet(query: Buffer, question: Buffer, rcode: keyof typeof RCODES, rows: Row[]): Buffer {
  const head = Buffer.alloc(12);
  query.copy(head, 0, 0, 2);
  head.writeUInt16BE(0x8180 | RCODES[rcode], 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(rows.length, 6);
  return Buffer.concat([head, question, ...rows.map(row)]);
}

function row({ name, type, ttl, data }: Row): Buffer {
  const rest = Buffer.alloc(10);
  rest.writeUInt16BE(CODES[type], 0);
  rest.writeUInt16BE(1, 2);
  rest.writeUInt32BE(ttl, 4);
  rest.writeUInt16BE(data.length, 8);
  return Buffer.concat([encoded(name), rest, data]);
}
