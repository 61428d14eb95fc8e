export type Encoding = "UTF-8" | "UTF-16 LE" | "UTF-16 BE" | "Windows-1252";

/** What the first bytes say: how to read the file, and how many bytes of mark to skip; or why not. */
export type EncodingAnswer =
  | { ok: true; encoding: Encoding; mark: number }
  | { ok: false; reason: string };

const LABELS = { "UTF-16 LE": "utf-16le", "UTF-16 BE": "utf-16be", "Windows-1252": "windows-1252" };

/** Stands for bytes that are no UTF-8: half a surrogate pair, which no text that was read can have. */
export const UNREADABLE = "\udc80";

/** Kinds of file that people upload for a CSV, by their first bytes in hexadecimal. */
const OTHER_FILES: [start: string, reason: string][] = [
  ["504b0304", "This is an Excel workbook or a zip archive. Save the sheet as CSV first."],
  ["d0cf11e0", "This is an Excel workbook. Save the sheet as CSV first."],
  ["25504446", "This is a PDF, not a CSV file."],
  ["1f8b", "This file is compressed. Unpack it first."],
  ["fffe0000", "This file is in UTF-32. Save it as UTF-8 first."],
  ["0000feff", "This file is in UTF-32. Save it as UTF-8 first."],
];
const BINARY = "This is not a text file: it has NUL bytes. Save it as CSV first.";

/** Decides from the beginning of a file how its bytes are to be read. */
export function encodingOf(head: Uint8Array): EncodingAnswer {
  const hex = Buffer.from(head.subarray(0, 4)).toString("hex");
  const other = OTHER_FILES.find(([start]) => hex.startsWith(start));
  if (other) return { ok: false, reason: other[1] };
  if (hex.startsWith("efbbbf")) return { ok: true, encoding: "UTF-8", mark: 3 };
  if (hex.startsWith("fffe")) return { ok: true, encoding: "UTF-16 LE", mark: 2 };
  if (hex.startsWith("feff")) return { ok: true, encoding: "UTF-16 BE", mark: 2 };
  const nuls = [0, 0];
  for (const [index, byte] of head.entries())
    if (byte === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  if (even + odd === 0) return { ok: true, encoding: "UTF-8", mark: 0 };
  // Latin text in UTF-16 has a NUL in nearly every pair, always on the same side.
  const pairs = head.length / 2;
  if (odd > pairs * 0.4 && even < pairs * 0.05) return { ok: true, encoding: "UTF-16 LE", mark: 0 };
  if (even > pairs * 0.4 && odd < pairs * 0.05) return { ok: true, encoding: "UTF-16 BE", mark: 0 };
  return { ok: false, reason: BINARY };
}

/**
 * Turns bytes, chunk by chunk, into text. UTF-8 gives way to Windows-1252 at the first bytes that
 * cannot be UTF-8, as long as everything before was ASCII; later, such bytes become `UNREADABLE`.
 */
export class TextReader {
  private carry: Uint8Array = new Uint8Array(0);
  private sawLetters = false;
  private decoder: TextDecoder | undefined;

  constructor(public encoding: Encoding) {
    if (encoding !== "UTF-8") this.decoder = new TextDecoder(LABELS[encoding], { ignoreBOM: true });
  }

  /** The text of the next bytes; what is incomplete waits for more, unless these are the last. */
  read(bytes: Uint8Array, last = false): string {
    if (this.decoder) return this.decoder.decode(bytes, { stream: !last });
    const all = this.carry.length > 0 ? Buffer.concat([this.carry, bytes]) : bytes;
    const whole = last ? all.length : wholeCharacters(all);
    this.carry = all.slice(whole);
    return this.readUtf8(all.subarray(0, whole));
  }

  private readUtf8(bytes: Uint8Array): string {
    try {
      const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
      this.sawLetters ||= text.length < bytes.length;
      return text;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      const lossy = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
      if (this.sawLetters || hasWholeLetters(lossy)) return lossy.replaceAll("\ufffd", UNREADABLE);
      this.encoding = "Windows-1252";
      this.decoder = new TextDecoder(LABELS["Windows-1252"]);
      const text = this.decoder.decode(bytes, { stream: true });
      const rest = this.decoder.decode(this.carry, { stream: true });
      return text + rest;
    }
  }
}

/** More letters beyond ASCII that were read than could not be: then the file is UTF-8, damaged. */
function hasWholeLetters(lossy: string): boolean {
  const lost = lossy.match(/\ufffd/g)?.length ?? 0;
  const read = lossy.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0;
  return read > lost;
}

/** How many bytes end with a whole UTF-8 character. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needs > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}
