/** The key of an `Authorization: Bearer …` header, or null. */
export function bearerKey(headers: Headers): string | null {
  return /^bearer\s+(\S+)\s*$/i.exec(headers.get("authorization") ?? "")?.[1] ?? null;
}

/** The user name of an `Authorization: Basic …` header (RFC 7617), where a write key sits; or null. */
export function basicKey(headers: Headers): string | null {
  const encoded = /^basic\s+(\S+)\s*$/i.exec(headers.get("authorization") ?? "")?.[1];
  if (encoded === undefined) return null;
  return Buffer.from(encoded, "base64").toString("utf8").split(":")[0] || null;
}
