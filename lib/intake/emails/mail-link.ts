/**
 * Where writing to an address begins (RFC 6068). What could end the address there is encoded: the name
 * `ada?bcc=spy%40evil.example&x=` before the @ is a name, and adds nobody to the letter.
 */
export function mailLink(address: string): string {
  const at = address.lastIndexOf("@");
  return `mailto:${encodeURIComponent(address.slice(0, at))}${address.slice(at)}`;
}
