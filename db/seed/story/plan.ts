import type { DirectoryCompany } from "@/lib/enrichment/directory/file";
import { DAY, MINUTE, SECOND } from "@/lib/platform/durations";
import { type Country, countryOf } from "../directory/countries";
import type { Random } from "../random";
import { after, inWorkingTime } from "./calendar";
import {
  badge,
  knownProspects,
  outsider,
  type Prospect,
  tester,
  unknownColleague,
} from "./prospects";
import { THEMES, type Theme } from "./themes";

/** Two quarters. */
export const STORY_DAYS = 26 * 7;

/**
 * What becomes of a lead. `hot`: reaches the threshold. `browsing`: does not. `listed`: came with
 * an imported list and is released by a person. `returned`: was quiet for months. `live`: reaches
 * the threshold just before now. `stranger`: nobody knows enough. `tester`: no lead at all.
 */
type Course = "hot" | "browsing" | "listed" | "returned" | "live" | "stranger" | "tester";

export type LeadPlan = {
  course: Course;
  prospect: Prospect;
  theme: Theme;
  /** The system that tells us of the lead and of the pages it views. */
  through: "Website" | "HubSpot";
  arrivesAt: Date;
  /** When it does what makes it worth a call; null where it never does, or not yet. */
  peaksAt: Date | null;
  /** From 0 to 1, spread evenly over neighbours, so that shares hold week by week. */
  luck: number;
  /** Of a live lead: true where the rep has tried already. */
  tried: boolean;
};

/** How often each course occurs, `live` and `listed` aside. */
const COURSES = { hot: 66, browsing: 16, returned: 4, stranger: 11, tester: 3 } as const;
/** One lead in so many is on an imported list. */
const LISTED_EVERY = 19;
const THROUGH = { HubSpot: 58, Website: 42 } as const;

/** The live scene: how long before now each peaks, in seconds, and whether the rep has tried. */
const LIVE: readonly (readonly [seconds: number, tried: boolean, home: boolean])[] = [
  [15, false, true],
  [62, false, true],
  [128, false, true],
  [216, false, false],
  [247, false, true],
  [390, false, true],
  [14 * 60, true, true],
  [19 * 60, false, false],
  [38 * 60, true, true],
  [74 * 60, true, true],
  [95 * 60, false, true],
  [150 * 60, true, false],
  [5 * 3_600, true, true],
  [7 * 3_600, true, true],
];
/** Where the first rep's leads come from. */
const HOME = new Set(["NO", "SE", "DK", "FI", "GB", "IE"]);

/** Multiples of the golden ratio fall evenly, however few are taken. */
const luckOf = (number: number) => (number * 0.618_033_988_749) % 1;

/** Whom leads are taken from, each once; `documented`: the directory knows all that the gate wants. */
type Pool = { documented: Prospect[]; others: Prospect[] };
type World = { now: Date; companies: readonly DirectoryCompany[]; pool: Pool };

function takeFrom(pool: Prospect[], fits: (prospect: Prospect) => boolean): Prospect | undefined {
  const index = pool.findIndex(fits);
  return index < 0 ? undefined : pool.splice(index, 1)[0];
}

function livePlans(chance: Random, { pool, now }: World): LeadPlan[] {
  return LIVE.flatMap(([seconds, tried, home], number): LeadPlan[] => {
    const own = chance.branch(`live ${number}`);
    const prospect = takeFrom(pool.documented, ({ country }) => HOME.has(country.code) === home);
    if (!prospect) return [];
    const peaksAt = after(now, -seconds * SECOND);
    const arrivesAt = inWorkingTime(
      own,
      after(now, -own.between(6, 22) * DAY),
      prospect.country.utcOffset,
    );
    const theme = THEMES[number % THEMES.length] as Theme;
    const through = number % 2 === 1 ? "HubSpot" : "Website";
    return [
      { course: "live", prospect, theme, through, arrivesAt, peaksAt, tried, luck: luckOf(number) },
    ];
  });
}

function stranger(chance: Random, companies: readonly DirectoryCompany[], number: number) {
  const kind = chance.weighted({ colleague: 55, outsider: 30, badge: 15 });
  const company = chance.pick(companies);
  if (kind === "outsider") return outsider(chance, countryOf(company.country), number);
  return kind === "badge" ? badge(chance, company, number) : unknownColleague(chance, company);
}

/** Of the hot ones, whom the directory knows too little about: held until marketing ops finds it. */
const HELD = 0.22;

function someone(chance: Random, course: Course, world: World, number: number): Prospect {
  const { pool, companies } = world;
  if (course === "tester") return tester(chance, number);
  if (course === "stranger") return stranger(chance, companies, number);
  const first = course === "hot" && chance.chance(HELD) ? pool.others.pop() : undefined;
  const next = first ?? pool.documented.pop() ?? pool.others.pop();
  return next ?? unknownColleague(chance, chance.pick(companies));
}

/** How many days a lead takes from its arrival to its peak, by course; null: never. */
function daysToPeak(chance: Random, course: Course): number | null {
  if (course === "hot") return chance.between(3, 17);
  if (course === "returned") return chance.between(118, 140);
  return null;
}

function peakAfter(chance: Random, arrivesAt: Date, course: Course, { utcOffset }: Country) {
  const days = daysToPeak(chance, course);
  return days === null ? null : inWorkingTime(chance, after(arrivesAt, days * DAY), utcOffset);
}

/** The lead that comes as number `number` of `spread`, evenly over the two quarters. */
function spreadPlan(chance: Random, world: World, number: number, spread: number): LeadPlan {
  const { now } = world;
  const drawn = chance.weighted(COURSES);
  const course: Course = number % LISTED_EVERY === 7 ? "listed" : drawn;
  const prospect = someone(chance, course, world, number);
  // Whoever returns came early enough to have been away for months.
  const span = course === "returned" ? STORY_DAYS * 0.2 : STORY_DAYS;
  const around = after(now, (((number + chance.fraction()) / spread) * span - STORY_DAYS) * DAY);
  const arrivesAt = inWorkingTime(chance, around, prospect.country.utcOffset);
  const peaksAt = peakAfter(chance, arrivesAt, course, prospect.country);
  return {
    course,
    prospect,
    theme: chance.pick(THEMES),
    through: chance.weighted(THROUGH),
    arrivesAt,
    // What has not happened ten minutes before now belongs to the live scene.
    peaksAt: peaksAt && peaksAt < after(now, -10 * MINUTE) ? peaksAt : null,
    luck: luckOf(number),
    tried: false,
  };
}

/** Who comes, when, and what becomes of them: `size` leads over two quarters up to `now`. */
export function plans(
  chance: Random,
  companies: readonly DirectoryCompany[],
  { now, size }: { now: Date; size: number },
): LeadPlan[] {
  const known = knownProspects(chance.branch("people"), companies);
  const { documented = [], others = [] } = Object.groupBy(known, (one) =>
    one.documented ? "documented" : "others",
  );
  const world: World = { now, companies, pool: { documented, others } };
  const live = livePlans(chance, world);
  const spread = size - live.length;
  const rest = Array.from({ length: spread }, (_, number) =>
    spreadPlan(chance.branch(`lead ${number}`), world, number, spread),
  );
  return [...rest, ...live].filter(({ arrivesAt }) => arrivesAt < after(now, -5 * MINUTE));
}
