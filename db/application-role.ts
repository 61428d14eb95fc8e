import { createHmac } from "node:crypto";

/** The login role the application uses: it owns nothing, so row-level security binds it. */
export const APPLICATION_ROLE = "baton_app";

/**
 * The address the application connects with: `appUrl` when it is set, else the owner's address
 * under `baton_app`, whose password is derived from the owner's. So one `DATABASE_URL` is enough,
 * and nothing has to be stored. An owner who signs in without a password has none to derive from: then
 * the server must let `baton_app` in without one, too.
 */
export function applicationUrl(ownerUrl: string, appUrl?: string): string {
  if (appUrl) return appUrl;
  const url = new URL(ownerUrl);
  const secret = decodeURIComponent(url.password);
  url.username = APPLICATION_ROLE;
  url.password =
    secret && createHmac("sha256", secret).update("baton application role").digest("hex");
  return url.href;
}
