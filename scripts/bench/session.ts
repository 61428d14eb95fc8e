import { encode } from "next-auth/jwt";
import type { SessionToken } from "@/lib/access/sign-in/session-token";
import type { Reader } from "./queries";
import { SECRET } from "./servers";

/** The cookie of a signed-in person, as next-auth would have set it. */
export async function cookieOf({ personId, sessionVersion }: Reader): Promise<string> {
  const token: SessionToken = { personId, sessionVersion };
  return `next-auth.session-token=${await encode({ token, secret: SECRET })}`;
}
