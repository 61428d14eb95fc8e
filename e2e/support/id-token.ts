import { generateKeyPairSync, sign } from "node:crypto";

/** What an identity provider says of a person. */
export type Claims = { sub: string; email: string; email_verified: boolean; name: string };

/** Ways in which an answer can be one that must not be believed. */
export const FORGERIES = ["another nonce", "another key", "another client", "expired"] as const;
export type Forgery = (typeof FORGERIES)[number];

const KEY_ID = "the-provider-of-the-tests";
const LIFETIME_S = 300;
const ours = generateKeyPairSync("rsa", { modulusLength: 2048 });
const another = generateKeyPairSync("rsa", { modulusLength: 2048 });

/** The public key by which answers are checked, as a JSON Web Key Set (RFC 7517). */
export const keySet = {
  keys: [{ ...ours.publicKey.export({ format: "jwk" }), kid: KEY_ID, use: "sig", alg: "RS256" }],
};

/** A signed ID token (OpenID Connect Core 1.0, section 2), or one that only looks like it. */
export function idToken(
  claims: Claims,
  { issuer, audience, nonce }: { issuer: string; audience: string; nonce: string },
  forgery?: Forgery,
): string {
  const now = Math.floor(Date.now() / 1000) - (forgery === "expired" ? 2 * LIFETIME_S : 0);
  const body = {
    ...claims,
    iss: issuer,
    aud: forgery === "another client" ? "another-client" : audience,
    nonce: forgery === "another nonce" ? "of-another-sign-in" : nonce,
    iat: now,
    exp: now + LIFETIME_S,
  };
  const signed = [{ alg: "RS256", typ: "JWT", kid: KEY_ID }, body].map(encoded).join(".");
  const { privateKey } = forgery === "another key" ? another : ours;
  return `${signed}.${sign("sha256", Buffer.from(signed), privateKey).toString("base64url")}`;
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}
