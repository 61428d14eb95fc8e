import { readFileSync } from "node:fs";
import { inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { company } from "@/db/schema/company";
import { lead } from "@/db/schema/lead";
import { person } from "@/db/schema/person";
import { viewerOf } from "@/lib/access/queries";
import { systemActor } from "@/lib/access/viewer";
import { type DirectoryCompany, readDirectory } from "@/lib/enrichment/directory/file";
import { judgeDue } from "@/lib/gate/score-due/commands";
import { companyKey } from "@/lib/intake/company-names/company-name";
import { DAY, MINUTE } from "@/lib/platform/durations";
import { leaveAudits } from "./audits";
import { leaveDraftOpen } from "./open-draft";
import { leaveOutcomes } from "./outcomes";
import { type Played, play } from "./play";
import { type Random, random } from "./random";
import { leaveOneAway, memberOf, writeRouting } from "./routing";
import { raiseLadder, withoutLadder } from "./sla";
import { STAFF } from "./staff";
import type { Cast } from "./stage";
import { after, monthsBetween } from "./story/calendar";
import { STORY_DAYS } from "./story/plan";
import { story } from "./story/story";

/** Leads of the demonstration: some hundreds, over two quarters. */
export const DEMONSTRATION_LEADS = 420;
/** Brings the scores to the story's end, as the minutes of the product do. */
const CLOCK = systemActor("job", "Score");
/** Everybody joined well before the story begins. */
const JOINED_DAYS_AGO = 300;
/** The share of companies whose account one of the reps owns, whatever the territory. */
const OWNED = 0.1;

/** The address of a copy has its number before the @; see `large/copies.ts`. */
const COPIED = "[.][0-9]+@";

export type DemonstrationOptions = {
  /** The moment up to which the story is told. */
  now: Date;
  seed?: number;
  /** How many leads come in; fewer for tests. */
  leads?: number;
  log?: (line: string) => void;
};

/** True where nothing is in the database that a demonstration would mix with. */
export async function isEmpty(): Promise<boolean> {
  const [someone] = await db.select({ id: person.id }).from(person).limit(1);
  const [some] = await db.select({ id: lead.id }).from(lead).limit(1);
  return !someone && !some;
}

/** True where the database holds the demonstration, and not yet the copies of a large database. */
export async function isDemonstration(): Promise<boolean> {
  const emails = STAFF.map(({ email }) => email);
  const staff = await db
    .select({ id: person.id })
    .from(person)
    .where(inArray(person.email, emails));
  const [copied] = await db
    .select({ id: lead.id })
    .from(lead)
    .where(sql`${lead.email} ~ ${COPIED}`)
    .limit(1);
  return staff.length === STAFF.length && !copied;
}

/** The companies that the demonstration's enrichment knows; the file of BATON_DIRECTORY. */
function directory(): DirectoryCompany[] {
  return readDirectory(readFileSync(new URL("company-directory.json", import.meta.url), "utf8"));
}

async function hire(now: Date): Promise<Cast> {
  const rows = STAFF.map(
    ({ key, email, name, role, timeZone, locale, territory, territoryName }, order) => ({
      ...memberOf(key),
      email,
      name,
      role,
      timeZone,
      locale,
      territory: [...territory],
      territoryName,
      // The first of a role is whom the demonstration's button signs in.
      createdAt: after(now, order * MINUTE - JOINED_DAYS_AGO * DAY),
      readerSetAt: after(now, order * MINUTE - JOINED_DAYS_AGO * DAY),
    }),
  );
  const hired = await db.insert(person).values(rows).returning({ id: person.id });
  const cast = await Promise.all(
    STAFF.map(async (member, order) => {
      const viewer = await viewerOf(hired[order]?.id ?? "", 1);
      if (!viewer) throw new Error(`${member.name} was not hired.`);
      return [member.key, { viewer, member }] as const;
    }),
  );
  return new Map(cast);
}

/** Accounts that a rep owns since before the story: routing asks for them before territories. */
async function assignAccounts(chance: Random, companies: readonly DirectoryCompany[], cast: Cast) {
  const reps = [...cast.values()].filter(({ member }) => member.role === "rep");
  const owned = companies.filter(
    ({ crm }) => crm && crm.match !== "none" && chance.chance(OWNED / 0.36),
  );
  const rows = owned.map(({ domain, name }) => ({
    domain,
    name,
    nameKey: companyKey(name),
    ownerId: chance.pick(reps).viewer.id,
  }));
  if (rows.length > 0) await db.insert(company).values(rows).onConflictDoNothing();
}

/**
 * Opens the months of the story before it is played: leads are played side by side, and two that
 * open one month at the same moment get in each other's way.
 */
async function openMonths(now: Date): Promise<void> {
  for (const month of monthsBetween(after(now, -(STORY_DAYS + 31) * DAY), now)) {
    await db.execute(sql`select baton_activity_month(${month.toISOString()}::timestamptz)`);
  }
}

/**
 * Fills an empty database with the demonstration's company: its people, and two quarters up to
 * `now` of what its leads, marketing ops and reps did, played through the product's own commands.
 * The same seed, `now` and number of leads give the same company; ids differ.
 */
export async function seedDemonstration(options: DemonstrationOptions): Promise<Played> {
  const { now, seed = 7, leads = DEMONSTRATION_LEADS, log = () => {} } = options;
  const companies = directory();
  const cast = await hire(now);
  await leaveOneAway(cast, now);
  await writeRouting(cast, after(now, -JOINED_DAYS_AGO * DAY));
  await assignAccounts(random(`accounts ${seed}`), companies, cast);
  await openMonths(now);
  await withoutLadder(now);
  const played = await play(story(companies, { now, seed, leads }), cast, now);
  while ((await judgeDue(CLOCK, now)) > 0);
  await leaveDraftOpen(cast, now);
  await leaveAudits(cast, now);
  await leaveOutcomes(cast, now);
  await raiseLadder(cast, now);
  log(`${leads} leads over 26 weeks, ${played.steps} steps.`);
  return played;
}
