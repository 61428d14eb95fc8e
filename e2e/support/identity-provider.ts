import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { choicePage } from "./choice-page";
import { type Claims, FORGERIES, type Forgery, idToken, keySet } from "./id-token";

/** The application that may send people here, as it was registered. */
type Client = { id: string; secret: string; redirectUri: string };

type Grant = { claims: Claims; nonce: string; challenge: string; forgery: Forgery | undefined };
type Answer = { status: number; headers: Record<string, string>; body: string };
type Asked = { url: URL; form: URLSearchParams; authorization: string };

/**
 * An OpenID provider on this machine that is strict where real ones are: it knows one client and
 * one address to go back to, and a code works once, with its PKCE verifier (RFC 6749, RFC 7636).
 * Whoever sits before it chooses who they are. It ends with the process that started it.
 */
export async function startIdentityProvider(client: Client, port = 0): Promise<string> {
  const grants = new Map<string, Grant>();
  const server = createServer((request, response) => {
    asked(request).then(
      (given) => {
        const { status, headers, body } = answerTo(given, issuer, client, grants);
        response.writeHead(status, headers).end(body);
      },
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  server.unref();
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return issuer;
}

async function asked(request: IncomingMessage): Promise<Asked> {
  let body = "";
  for await (const chunk of request) body += chunk;
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const authorization = request.headers.authorization ?? "";
  return { url, form: new URLSearchParams(body), authorization };
}

function answerTo(
  given: Asked,
  issuer: string,
  client: Client,
  grants: Map<string, Grant>,
): Answer {
  switch (given.url.pathname) {
    case "/.well-known/openid-configuration":
      return json(200, discovery(issuer));
    case "/keys":
      return json(200, keySet);
    case "/authorize":
      return authorize(given, client, grants);
    case "/token":
      return token(given, issuer, client, grants);
    default:
      return json(404, { error: "not_found" });
  }
}

function discovery(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
    code_challenge_methods_supported: ["S256"],
    scopes_supported: ["openid", "email", "profile"],
  };
}

/** Shows who one can be, and sends whoever chose back with a code, or with a refusal. */
function authorize({ url, form }: Asked, client: Client, grants: Map<string, Grant>): Answer {
  const asks = url.searchParams;
  const given = (name: string) => asks.get(name) ?? "";
  // Nobody is sent to an address that was not registered, not even with an error.
  if (given("client_id") !== client.id || given("redirect_uri") !== client.redirectUri)
    return json(400, { error: "invalid_request", redirect_uri: given("redirect_uri") });
  if (!form.has("decision")) return html(choicePage());
  const back = new URL(client.redirectUri);
  back.searchParams.set("state", given("state"));
  const sound =
    given("response_type") === "code" &&
    given("scope").split(" ").includes("openid") &&
    given("code_challenge_method") === "S256" &&
    ["state", "nonce", "code_challenge"].every((name) => given(name).length >= 20);
  if (!sound) back.searchParams.set("error", "invalid_request");
  else if (form.get("decision") === "cancel") back.searchParams.set("error", "access_denied");
  else {
    const code = randomUUID();
    const claims = claimsOf(form);
    const forgery = FORGERIES.find((one) => one === form.get("forgery"));
    grants.set(code, {
      claims,
      nonce: given("nonce"),
      challenge: given("code_challenge"),
      forgery,
    });
    back.searchParams.set("code", code);
  }
  return { status: 303, headers: { Location: String(back) }, body: "" };
}

function claimsOf(form: URLSearchParams): Claims {
  const email = form.get("email") ?? "";
  return { sub: `person of ${email}`, email, email_verified: form.has("verified"), name: email };
}

/** Gives the ID token for a code, once, to the client that can prove that it asked for it. */
function token(
  { form, authorization }: Asked,
  issuer: string,
  { id, secret, redirectUri }: Client,
  grants: Map<string, Grant>,
): Answer {
  if (authorization !== basic(id, secret)) return json(401, { error: "invalid_client" });
  const code = form.get("code") ?? "";
  const grant = grants.get(code);
  grants.delete(code);
  const verifier = createHash("sha256").update(form.get("code_verifier") ?? "");
  if (
    !grant ||
    form.get("grant_type") !== "authorization_code" ||
    form.get("redirect_uri") !== redirectUri ||
    verifier.digest("base64url") !== grant.challenge
  )
    return json(400, { error: "invalid_grant" });
  const { claims, nonce, forgery } = grant;
  return json(200, {
    access_token: randomUUID(),
    token_type: "Bearer",
    expires_in: 300,
    id_token: idToken(claims, { issuer, audience: id, nonce }, forgery),
  });
}

/** Both parts are encoded as in forms before they are joined (RFC 6749, section 2.3.1). */
function basic(...credentials: string[]): string {
  const encoded = credentials.map((part) => new URLSearchParams({ part }).toString().slice(5));
  return `Basic ${Buffer.from(encoded.join(":")).toString("base64")}`;
}

function json(status: number, body: object): Answer {
  const headers = { "Content-Type": "application/json", "Cache-Control": "no-store" };
  return { status, headers, body: JSON.stringify(body) };
}

function html(body: string): Answer {
  return { status: 200, headers: { "Content-Type": "text/html; charset=utf-8" }, body };
}
