import { json, type Reply, startDouble } from "./double";

/** The address of a workflow, with the signature in its query. */
export const TEAMS_PATH = "/workflows/0b1c/triggers/manual/paths/invoke";
export const TEAMS_QUERY =
  "?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=nobodys";

const fault = (status: number, code: string, headers: Record<string, string> = {}): Reply =>
  json(status, { error: { code, message: `The request failed: ${code}.` } }, headers);

/** What a workflow's trigger answers where it does not take a request on. */
export const TEAMS_FAULTS = {
  "a wrong signature": fault(401, "DirectApiAuthorizationRequired"),
  "a workflow that is gone": fault(404, "WorkflowNotFound"),
  "a workflow that is switched off": fault(400, "WorkflowTriggerIsNotEnabled"),
  "a message that is too large": fault(413, "RequestEntityTooLarge"),
  "too many at once": fault(429, "WorkflowRunRateLimited", { "retry-after": "20" }),
  "a fault of its own": fault(502, "BadGateway"),
} as const satisfies Record<string, Reply>;

const LARGEST_BYTES = 28_000;

type Payload = { type?: string; attachments?: { contentType?: string }[] };

/** Plays a workflow that waits for a webhook's request: 202 and no body. */
export const startTeams = () =>
  startDouble(({ method, path, query, body }) => {
    if (method !== "POST" || path !== TEAMS_PATH) return TEAMS_FAULTS["a workflow that is gone"];
    if (query.get("sig") !== "nobodys") return TEAMS_FAULTS["a wrong signature"];
    if (JSON.stringify(body ?? {}).length > LARGEST_BYTES)
      return TEAMS_FAULTS["a message that is too large"];
    const { type, attachments = [] } = (body ?? {}) as Payload;
    const cards = attachments.every(
      ({ contentType }) => contentType === "application/vnd.microsoft.card.adaptive",
    );
    return type === "message" && attachments.length > 0 && cards
      ? { status: 202, body: "" }
      : fault(400, "TriggerInputSchemaMismatch");
  });
