/** What stands at a door: the ways a page or a route can ask who is there. */
const PAGE_ASKS = /\brequireViewer\(/;
const ROUTE_ASKS =
  /\b(requireViewer|currentViewer|standingSession|pageRoute|withKey|withWriteKey|receiveWebhook)\b/;
/** What makes what a browser calls: both ask for our own origin and for a viewer. */
const MAKERS = ["action", "part"];
const PROVEN = /\b(Viewer|Actor|SystemActor)\b/;

/** Doors that are open on purpose, each with the reason. */
export const OPEN_DOORS: Readonly<Record<string, string>> = {
  "app/sign-in/page.tsx": "there is no viewer before signing in",
  "app/api/auth/[...nextauth]/route.ts": "next-auth's own handler signs people in",
  "app/api/health/route.ts": "monitors have no key; it tells nothing of leads",
  "app/api/v1/openapi.json/route.ts": "the description of the API is public",
  "app/api/v1/docs/page.tsx": "the description of the API is public",
};

/** The reads and commands that run before there can be a viewer, each with the reason. */
export const VIEWERLESS: Readonly<Record<string, string>> = {
  "lib/access/queries.ts personByEmail": "signs in",
  "lib/access/queries.ts demonstrationPerson": "signs in",
  "lib/access/queries.ts hasAdmin": "tells whether anybody can sign in yet, not who",
  "lib/access/queries.ts viewerOf": "makes the viewer",
  "lib/access/queries.ts keyHolder": "makes the connection's actor",
  "lib/connections/senders/queries.ts senderConnection": "what a caller's signature is proven by",
  "lib/gate/queries.ts standardAt": "the written standard holds nobody's data",
  "lib/scoring/queries.ts modelInForce": "the scoring model holds nobody's data",
  "lib/trail/queries.ts exclusionsInForce": "the exclusion settings hold nobody's data",
  "lib/routing/queries.ts routingInForce": "the routing rules hold nobody's data",
  "lib/sla/versions/queries.ts slaAt": "the SLA holds nobody's data",
  "lib/gate/queries.ts circumstancesHere": "our own domains and products, of no lead",
  "lib/documentation/board/list/queries.ts matching": "words a condition and reads nothing",
  "lib/queue/listing/queries.ts keyed": "words an order and reads nothing",
  "lib/queue/listing/queries.ts openAndDue": "words two counts and reads nothing",
  "lib/queue/listing/queries.ts shownAndDue": "words two counts and reads nothing",
  "lib/queue/standing/queries.ts standing": "words a table and reads nothing",
  "lib/sla/legs/queries.ts legsBetween": "words a table and reads nothing",
  "lib/queue/standing/queries.ts openParts": "words three tables and reads nothing",
};

const exported = /export (?:async )?function\*? (\w+)\s*(?:<[^(]*>)?\(([^)]*)/g;

/**
 * What is wrong with one file, in words; empty where nothing is. A page and a route must ask for
 * their viewer, what "use server" lets a browser call must be made by `action(…)` or `part(…)`, and
 * an exported query or command must take a proven viewer or actor, which no caller can make up.
 */
export function unguarded(path: string, source: string): string[] {
  if (path in OPEN_DOORS) return [];
  if (/\{\s*"use server"/.test(source)) return [`${path} makes an action inside of a function`];
  if (/(^|\/)page\.tsx$/.test(path)) {
    return PAGE_ASKS.test(source) ? [] : [`${path} never calls requireViewer`];
  }
  if (/(^|\/)route\.tsx?$/.test(path)) {
    if (!ROUTE_ASKS.test(source)) return [`${path} never asks who is calling`];
    // Next answers HEAD by GET, and drops the body unended: nobody would close the door again.
    const streams = /\bliveStream\(/.test(source) && !/export function HEAD\(/.test(source);
    return streams ? [`${path} opens a live stream for HEAD`] : [];
  }
  if (/(^|\/)actions\.ts$/.test(path) || source.startsWith('"use server"')) {
    return [...source.matchAll(/export (?:const (\w+) = (\w+)|async function (\w+))/g)]
      .filter(([, , maker = ""]) => !MAKERS.includes(maker))
      .map(([, name, , plain]) => `${path} ${name ?? plain} is made by no ${MAKERS.join(" or ")}`);
  }
  if (!/^lib\/.*\b(queries|commands)\.ts$/.test(path)) return [];
  return [...source.matchAll(exported)]
    .filter(([, , parameters = ""]) => !PROVEN.test(parameters) && !isInnerStep(parameters))
    .filter(([, name]) => !(`${path} ${name}` in VIEWERLESS))
    .map(([, name]) => `${path} ${name} takes no viewer`);
}

/** An inner step gets the transaction of the command that asked; nobody else can open one. */
function isInnerStep(parameters: string): boolean {
  return /\btx: Transaction\b/.test(parameters);
}
