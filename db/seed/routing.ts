import { db } from "@/db/client";
import { absence } from "@/db/schema/person";
import { routingSetting } from "@/db/schema/routing";
import { DAY } from "@/lib/platform/durations";
import type { Skills } from "@/lib/routing/rep";
import type { RoutingSettings } from "@/lib/routing/rule-book";
import type { Cast } from "./stage";
import { after } from "./story/calendar";

/** What routing knows of a rep beside their territory. */
type Member = Record<keyof Skills, string[]> & { routingWeight: number; leadCap: number | null };

const member = (
  languages: string,
  segments: string,
  routingWeight: number,
  leadCap: number | null = null,
): Member => ({
  languages: languages.split(" "),
  products: ["Platform"],
  segments: segments.split(" ").filter(Boolean),
  routingWeight,
  leadCap,
});

/**
 * The demonstration's reps; whoever sells most gets two turns for one. Nobody shares a segment or a
 * territory, so that leads played side by side find the same owners every time.
 */
const MEMBERS: Readonly<Record<string, Member>> = {
  amara: member("en no sv da", "emea-enterprise", 2),
  jonas: member("de en pl", "dach-industry", 2),
  maud: member("nl fr en", "", 1, 80),
  teo: member("es pt it en", "", 1, 80),
  dana: member("en es", "americas-enterprise", 2),
  ravi: member("en ja hi", "", 1),
};

/** What is written of a member of staff; nothing for those who get no leads. */
export const memberOf = (key: string): Partial<Member> => MEMBERS[key] ?? {};

const rule = { on: true, hours: "at_work" } as const;
const anyLead = { employeesFrom: null, employeesTo: null, tiers: [], industries: [] };

const rulesOf = (fallbackId: string): RoutingSettings => ({
  rules: [
    { ...rule, id: "account", kind: "account_ownership", name: "Account ownership" },
    { ...rule, id: "segment", kind: "skill", skill: "segment", name: "Segment" },
    { ...rule, id: "territory", kind: "territory", name: "Territory" },
    { ...rule, id: "language", kind: "skill", skill: "language", name: "Language" },
    { ...rule, id: "turns", kind: "round_robin", name: "Round robin" },
    { ...rule, id: "first", kind: "first_to_start", name: "First to start", hours: "any" },
  ],
  segments: [
    {
      ...anyLead,
      id: "emea-enterprise",
      name: "EMEA enterprise",
      places: ["EMEA"],
      employeesFrom: 3000,
    },
    {
      ...anyLead,
      id: "americas-enterprise",
      name: "Americas enterprise",
      places: ["Americas"],
      employeesFrom: 3000,
    },
    {
      ...anyLead,
      id: "dach-industry",
      name: "DACH manufacturing",
      places: ["DACH"],
      industries: ["manufactur*", "automotive"],
    },
  ],
  fallbackId,
});

/** The rules that the demonstration's admin wrote before its story begins. */
export async function writeRouting(cast: Cast, at: Date): Promise<void> {
  const admin = cast.get("pim")?.viewer;
  const fallback = cast.get("jonas")?.viewer;
  if (!admin || !fallback) return;
  const reason = "Enterprise accounts go to those who know them";
  const settings = rulesOf(fallback.id);
  await db
    .insert(routingSetting)
    .values({ version: 1, settings, reason, createdBy: admin.id, createdAt: at });
}

/** So long Ravi is away from the story's end on; his leads go to others until then. */
const AWAY_DAYS = 5;

/** One rep is away at the story's end; nobody has hours, so that leads are routed at any time. */
export async function leaveOneAway(cast: Cast, now: Date): Promise<void> {
  const personId = cast.get("ravi")?.viewer.id;
  const authorId = cast.get("pim")?.viewer.id;
  if (!personId || !authorId) return;
  const away = { startsAt: now, endsAt: after(now, AWAY_DAYS * DAY), words: "Leave" };
  const at = after(now, -14 * DAY);
  await db.insert(absence).values({ personId, ...away, authorId, at });
}
