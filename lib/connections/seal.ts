import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** Told apart by the first byte, so that another cipher can follow while these can still be read. */
const VERSION = 1;
/** NIST SP 800-38D: a random nonce of 96 bits, and the whole tag of 128. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

/** What is stored cannot be read: it was changed, moved, or sealed under a secret we do not have. */
export class Unreadable extends Error {
  override name = "Unreadable";
}

/** A key of its own, so that what signs sessions never encrypts (RFC 5869). */
function keyOf(master: string): Buffer {
  return Buffer.from(hkdfSync("sha256", master, "baton", "connection secrets 1", 32));
}

const boundTo = (connectionId: string) => Buffer.from(`${VERSION}:connection:${connectionId}`);

/**
 * Encrypts a text (AES-256-GCM) under a key made of `master`. It is bound to the connection: moved
 * to another row it cannot be opened. Answers base64url of version, nonce, tag and ciphertext.
 */
export function seal(text: string, connectionId: string, master: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyOf(master), nonce);
  cipher.setAAD(boundTo(connectionId));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), sealed]).toString(
    "base64url",
  );
}

/** The text of `seal`, by the same connection and master. Throws Unreadable, which tells nothing. */
export function unseal(stored: string, connectionId: string, master: string): string {
  const bytes = Buffer.from(stored, "base64url");
  if (bytes[0] !== VERSION || bytes.length < HEADER_BYTES) throw new Unreadable();
  const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
  const options = { authTagLength: TAG_BYTES };
  const decipher = createDecipheriv("aes-256-gcm", keyOf(master), nonce, options);
  decipher.setAAD(boundTo(connectionId));
  decipher.setAuthTag(bytes.subarray(1 + NONCE_BYTES, HEADER_BYTES));
  try {
    const opened = [decipher.update(bytes.subarray(HEADER_BYTES)), decipher.final()];
    return Buffer.concat(opened).toString("utf8");
  } catch {
    throw new Unreadable();
  }
}
