/**
 * True where a request that changes something comes from our own pages. Next checks an `Origin`
 * only when one is sent and believes `X-Forwarded-Host`; we do neither. `address` is the public
 * address (BATON_URL) where it is set, else the host that was asked counts.
 */
export function isSameOrigin(headers: Headers, address: string | undefined): boolean {
  const site = headers.get("sec-fetch-site");
  if (site && site !== "same-origin") return false;
  const origin = headers.get("origin");
  if (!origin) return site === "same-origin";
  if (!URL.canParse(origin)) return false;
  const sender = new URL(origin);
  return address ? sender.origin === new URL(address).origin : sender.host === headers.get("host");
}
