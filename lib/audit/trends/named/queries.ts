import { inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { person } from "@/db/schema/person";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { isId } from "@/lib/platform/is-id";
import { routingInForce } from "@/lib/routing/queries";
import type { Dimension } from "../dimension";

async function known(by: Dimension, values: readonly string[]): Promise<Map<string, string>> {
  if (by === "rep") {
    const ids = values.filter((value) => isId(value));
    const rows =
      ids.length === 0
        ? []
        : await db
            .select({ id: person.id, name: person.name })
            .from(person)
            .where(inArray(person.id, ids));
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
  if (by !== "segment") return new Map();
  const { settings } = await routingInForce();
  return new Map(settings.segments.map(({ id, name }) => [id, name]));
}

/** What values of a dimension are called, in their order; a segment that is no more keeps its id. */
export async function valueNames(
  viewer: Viewer,
  by: Dimension,
  values: readonly string[],
): Promise<string[]> {
  authorize(viewer, "see the audit");
  const names = await known(by, values);
  return values.map((value) => {
    if (by === "segment" && value === "?") return "Not noted";
    if (value === "") return by === "segment" ? "No segment" : "Not known";
    return names.get(value) ?? (by === "version" ? `Standard ${value}` : value);
  });
}
