import { type Transaction, transaction } from "@/db/client";
import type { Actor } from "@/lib/access/viewer";
import { processLeads } from "@/lib/gate/commands";
import { againAfterConflict } from "../conflict";
import type { ActivityInput } from "../input";
import { type Identity, identityKey, knownLeads } from "../queries";
import { isAhead, LIES_AHEAD } from "./ahead";
import { activityRow, type Stamp } from "./kept/activity-row";
import { inMonths, insertActivities, insertReceipts, keepReceipts } from "./kept/commands";
import { inTurn } from "./kept/in-turn";
import { type Keeping, keepingAsNew } from "./kept/keeping";
import { receiptOf } from "./kept/receipt";
import { unknownLeads } from "./queries";

/** What became of a batch; `index` points into it. */
type Recorded = {
  accepted: number;
  repeated: number;
  refused: { index: number; reason: string }[];
};

type Placed = { index: number; activity: ActivityInput; leadId: string };
/** How the leads are judged: within the transaction, or soon after it where they are many. */
type Judge = (tx: Transaction, actor: Actor, ids: readonly string[], now: Date) => Promise<unknown>;

/** Activities one transaction takes in. */
const CHUNK = 2_500;

/**
 * Takes activities in (C3): each is stored once per source and id, and its lead is judged again.
 * One whose lead is unknown, or that lies in the future, is refused with the reason.
 */
export async function recordActivities(
  actor: Actor,
  activities: readonly ActivityInput[],
  stamp: Stamp,
  judge: Judge = processLeads,
): Promise<Recorded> {
  const total: Recorded = { accepted: 0, repeated: 0, refused: [] };
  for (let from = 0; from < activities.length; from += CHUNK) {
    const chunk = activities.slice(from, from + CHUNK);
    const part = await keepingAsNew((keeping) =>
      againAfterConflict(() =>
        transaction((tx) => recordActivitiesWithin(tx, actor, chunk, stamp, { judge, keeping })),
      ),
    );
    total.accepted += part.accepted;
    total.repeated += part.repeated;
    total.refused.push(...part.refused.map((one) => ({ ...one, index: one.index + from })));
  }
  return total;
}

/** `recordActivities` inside a transaction that has more to do; `fresh` points at those accepted. */
export async function recordActivitiesWithin(
  tx: Transaction,
  actor: Actor,
  activities: readonly ActivityInput[],
  stamp: Stamp,
  { judge = processLeads, keeping = "looked up" }: { judge?: Judge; keeping?: Keeping } = {},
): Promise<Recorded & { fresh: ReadonlySet<number> }> {
  const refused: Recorded["refused"] = [];
  const placed: Placed[] = [];
  const { leadOf, asOf } = await leadFinder(tx, actor, activities, keeping === "as new");
  activities.forEach((given, index) => {
    const leadId = leadOf(given);
    const ahead = isAhead(given.occurredAt, stamp.now);
    if (ahead) refused.push({ index, reason: LIES_AHEAD });
    else if (!leadId) refused.push({ index, reason: unknownLead(given) });
    else placed.push({ index, activity: given, leadId });
  });
  const { kept, writing } = await keep(tx, placed, stamp, keeping, asOf);
  const leads = [...new Set(kept.map((one) => one.leadId))];
  await inTurn([...writing, judge(tx, actor, leads, stamp.now)]);
  const fresh = new Set(kept.map((one) => one.index));
  return { accepted: fresh.size, repeated: placed.length - fresh.size, refused, fresh };
}

/** Begins to keep activities of leads, each once; answers those that were not here before. */
async function keep(
  tx: Transaction,
  placed: readonly Placed[],
  stamp: Stamp,
  keeping: Keeping,
  asOf: number | null,
): Promise<{ kept: readonly Placed[]; writing: Promise<void>[] }> {
  const receipts = placed.map((one) => receiptOf(one.activity, stamp));
  const asNew = keeping === "as new";
  const fresh = asNew ? placed : await keepReceipts(tx, placed, stamp);
  const rows = fresh.map(({ activity: given, leadId }) => ({
    leadId,
    ...activityRow(given, stamp),
  }));
  if (!asNew) await inMonths(tx, rows);
  const writing = asNew ? [insertReceipts(tx, receipts, stamp.now)] : [];
  writing.push(insertActivities(tx, rows, asNew ? asOf : null));
  return { kept: fresh, writing };
}

function unknownLead({ leadId, leadEmail, leadExternalId }: ActivityInput): string {
  if (leadId) return `no lead has the leadId ${leadId}`;
  if (leadEmail) return `no lead has the leadEmail ${leadEmail}`;
  return `no lead has the leadExternalId ${leadExternalId}`;
}

async function leadFinder(
  tx: Transaction,
  actor: Actor,
  activities: readonly ActivityInput[],
  trusting: boolean,
) {
  const named = (key: "leadId" | "leadEmail" | "leadExternalId") => {
    const values = new Set<string>();
    for (const { [key]: value } of activities) if (value !== undefined) values.add(value);
    return [...values];
  };
  const external = named("leadExternalId").map((value): Identity => ({ kind: "external", value }));
  const { byEmail, byIdentity } = await knownLeads(tx, actor, named("leadEmail"), external);
  const { ids: unknown, asOf } = await unknownLeads(tx, actor, named("leadId"), trusting);
  const leadOf = ({ leadId, leadEmail, leadExternalId }: ActivityInput): string | undefined => {
    if (leadId) return unknown.has(leadId.toLowerCase()) ? undefined : leadId.toLowerCase();
    if (leadEmail) return byEmail.get(leadEmail);
    return byIdentity.get(identityKey({ kind: "external", value: leadExternalId ?? "" }));
  };
  return { leadOf, asOf };
}
