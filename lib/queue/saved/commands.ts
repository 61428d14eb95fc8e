import { and, count, eq } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { person } from "@/db/schema/person";
import { savedView } from "@/db/schema/saved-view";
import { done, type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { record } from "@/lib/platform/history";
import type { Json } from "@/lib/standard/field";

/** More are a list that one would need a search for. */
const MOST = 30;

const NONE = "There is no such view.";
const TAKEN = "You have a view of this name already.";

/** One verb on one's own views: they are locked, and who did what is written beside it. */
async function onMine<T>(
  viewer: Viewer,
  work: (tx: Transaction) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  authorize(viewer, "work the queue");
  return transaction(async (tx) => {
    await tx
      .select({ id: person.id })
      .from(person)
      .where(eq(person.id, viewer.id))
      .for("no key update");
    return work(tx);
  });
}

const mine = (viewer: Viewer, viewId: string) =>
  and(eq(savedView.id, viewId), eq(savedView.personId, viewer.id));

const told = (tx: Transaction, viewer: Viewer, now: Date, verb: string, after: Json) =>
  record(tx, viewer, [{ at: now, verb, subject: "person", subjectId: viewer.id, after }]);

async function isTaken(tx: Transaction, viewer: Viewer, name: string, except?: string) {
  const own = await tx
    .select({ id: savedView.id, name: savedView.name })
    .from(savedView)
    .where(eq(savedView.personId, viewer.id));
  return own.some((each) => each.id !== except && each.name.toLowerCase() === name.toLowerCase());
}

/** Keeps a view of the queue under a name. */
export async function saveView(
  viewer: Viewer,
  { name, query }: { name: string; query: string },
  now: Date,
): Promise<Outcome<{ id: string }>> {
  return onMine(viewer, async (tx) => {
    if (await isTaken(tx, viewer, name)) return refused(TAKEN, "name");
    const [known] = await tx
      .select({ of: count() })
      .from(savedView)
      .where(eq(savedView.personId, viewer.id));
    if ((known?.of ?? 0) >= MOST) return refused(`You have ${MOST} views. Delete one first.`);
    const [row] = await tx
      .insert(savedView)
      .values({ personId: viewer.id, name, query, createdAt: now })
      .returning({ id: savedView.id });
    if (!row) throw new Error("The view was not written.");
    await told(tx, viewer, now, "saved view", { name, query });
    return { ok: true, value: row };
  });
}

/** Gives a view of the viewer another name. Refused where one of theirs has it already. */
export async function renameView(
  viewer: Viewer,
  { viewId, name }: { viewId: string; name: string },
  now: Date,
): Promise<Outcome> {
  return onMine(viewer, async (tx) => {
    if (await isTaken(tx, viewer, name, viewId)) return refused(TAKEN, "name");
    const rows = await tx
      .update(savedView)
      .set({ name })
      .where(mine(viewer, viewId))
      .returning({ id: savedView.id });
    if (rows.length === 0) return refused(NONE);
    await told(tx, viewer, now, "renamed view", { name });
    return done;
  });
}

/** Deletes a view of the viewer. */
export async function deleteView(
  viewer: Viewer,
  { viewId }: { viewId: string },
  now: Date,
): Promise<Outcome> {
  return onMine(viewer, async (tx) => {
    const [row] = await tx
      .delete(savedView)
      .where(mine(viewer, viewId))
      .returning({ name: savedView.name });
    if (!row) return refused(NONE);
    await told(tx, viewer, now, "deleted view", row);
    return done;
  });
}

/** Says which view the queue opens with; without one it opens with everything. */
export async function openWith(
  viewer: Viewer,
  { viewId }: { viewId?: string | undefined },
  now: Date,
): Promise<Outcome> {
  return onMine(viewer, async (tx) => {
    const [chosen] = viewId
      ? await tx.select({ name: savedView.name }).from(savedView).where(mine(viewer, viewId))
      : [null];
    if (chosen === undefined) return refused(NONE);
    await tx.update(savedView).set({ opens: false }).where(eq(savedView.personId, viewer.id));
    if (viewId) await tx.update(savedView).set({ opens: true }).where(mine(viewer, viewId));
    await told(tx, viewer, now, "opens with", chosen);
    return done;
  });
}
