import { asc, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { enrichmentStep } from "@/db/schema/enrichment";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { Provider } from "@/lib/enrichment/provider";
import { builtInProviders } from "@/lib/enrichment/providers";
import { askedSystemOf } from "@/lib/enrichment/systems";
import { FIELDS } from "@/lib/standard/categories";
import type { ChainStep } from "./view";

type Row = {
  step: typeof enrichmentStep.$inferSelect;
  system: string | null;
  name: string | null;
  paused: boolean | null;
  settings: (typeof connection.$inferSelect)["settings"] | null;
};

/** What a step's provider can do; to know that, it needs no secret. */
function providerOf({ step, system, settings }: Row): Provider | undefined {
  if (step.connectionId === null) return builtInProviders().find(({ id }) => id === step.provider);
  return system === null
    ? undefined
    : askedSystemOf(system)?.connect({ settings: settings ?? {}, secrets: {} });
}

function chainStep(row: Row): ChainStep[] {
  const { step, name, paused } = row;
  const provider = providerOf(row);
  const lookup = provider?.lookups.find((one) => one.lookup === step.lookup);
  if (!provider || !lookup) return [];
  const { id, enabled, timeLimitMs, cacheDays, fills } = step;
  const able = FIELDS.filter((field) => lookup.fills[field.id] !== undefined);
  return [
    {
      id,
      name: name ?? provider.label,
      lookup: step.lookup,
      enabled,
      paused: paused ?? false,
      timeLimitMs,
      cacheDays,
      costCents: lookup.costCents,
      fields: able.map((field) => ({
        id: field.id,
        label: field.label,
        use: fills[field.id] ?? "off",
      })),
    },
  ];
}

/** The chain in its order: every step whose provider is built in, or connected and not removed. */
export async function chain(viewer: Viewer): Promise<ChainStep[]> {
  authorize(viewer, "see connections");
  const rows = await db
    .select({
      step: enrichmentStep,
      system: connection.system,
      name: connection.name,
      paused: connection.paused,
      settings: connection.settings,
    })
    .from(enrichmentStep)
    .leftJoin(connection, eq(connection.id, enrichmentStep.connectionId))
    .where(isNull(connection.removedAt))
    .orderBy(
      asc(enrichmentStep.position),
      asc(enrichmentStep.provider),
      asc(enrichmentStep.lookup),
    );
  return rows.flatMap(chainStep);
}
