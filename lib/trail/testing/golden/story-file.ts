import type { Activity } from "@/lib/intake/activities/activity";
import { startOfDay } from "@/lib/platform/day";
import { DAY } from "@/lib/platform/durations";
import type { Reader } from "@/lib/platform/format";
import { activityOf, type Clock } from "./activity-line";

/** A story of `lib/trail/golden`: what happened, and what a rep should get to read. */
export type Story = {
  title: string;
  who: { name: string; givenName: string; jobTitle: string | null; company: string | null };
  company: {
    employees: number | null;
    industry: string | null;
    techStack: string[];
    region: string | null;
    revenue: string | null;
  };
  now: Date;
  reader: Reader;
  said: ReadonlyMap<string, string>;
  activities: Activity[];
  leftOutByHand: string[];
  /** Numbered lines under `Trail:`. */
  trail: string[];
};

const HEADLINE =
  /^(Who|Company|Read|Evaluates|Our domains|Email|Ready by|Ready with|Ready since model|Why now|On the page|Rule|Say|Summary|Left out|Re-engaged|Trail): ?(.*)$/;

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** Days and times of a zone, a day without a year being in `year`. */
function clockOf(timeZone: string, year: string): Clock {
  return (day, time) => {
    const [date = "", month = "", given = year] = day.split(" ");
    const two = (value: number) => `${value}`.padStart(2, "0");
    const iso = `${given}-${two(MONTHS.indexOf(month) + 1)}-${two(Number(date))}`;
    const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
    const since = ((hours * 60 + minutes) * 60 + seconds) * 1_000;
    // No story happens in the hours in which clocks change.
    const start = startOfDay(iso, timeZone).getTime();
    const length = startOfDay(nextDay(iso), timeZone).getTime() - start;
    return new Date(start + since + (hours > 3 ? length - DAY : 0));
  };
}

function nextDay(iso: string): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
}

function whoIn(text: string): Story["who"] {
  const [, name = text, jobTitle = null, company = null] =
    /^([^,]+)(?:, (.+?))?(?: at (.+))?$/.exec(text) ?? [];
  return { name, givenName: name.split(" ")[0] ?? name, jobTitle, company };
}

function companyIn(text: string): Story["company"] {
  const parts = text === "" ? [] : text.split("; ");
  const after = (word: string) =>
    parts.find((part) => part.startsWith(`${word} `))?.slice(word.length + 1) ?? null;
  const employees = /([\d,]+) employees/.exec(text)?.[1];
  const tools = after("runs");
  return {
    employees: employees ? Number(employees.replaceAll(",", "")) : null,
    industry: parts.find((part) => !/ employees$|^(runs|in|revenue) /.test(part)) ?? null,
    techStack: tools ? tools.split(" and ") : [],
    region: after("in"),
    revenue: after("revenue"),
  };
}

function headlines(lines: readonly string[]): [string, string][] {
  return lines.flatMap((line): [string, string][] => {
    const [, name, value] = HEADLINE.exec(line) ?? [];
    return name === undefined ? [] : [[name, value ?? ""]];
  });
}

function storyOf(title: string, lines: readonly string[], shared: [string, string][]): Story {
  const own = headlines(lines);
  // Who is somebody else does not work at the file's company.
  const inherited = shared.filter(
    ([name]) => name !== "Company" || !own.some(([n]) => n === "Who"),
  );
  const said = new Map([...inherited, ...own]);
  const [at = "", timeZone = "UTC", locale = "en-GB"] = (said.get("Read") ?? "").split(", ");
  const [, day = "", year = "", time = ""] = /^(\d+ \w+) (\d{4}) (\S+)$/.exec(at) ?? [];
  const clock = clockOf(timeZone, year);
  const told = lines
    .filter((line) => line.startsWith("- "))
    .map((line, index) => activityOf(line.slice(2), clock, `line ${index}`));
  return {
    title,
    who: whoIn(said.get("Who") ?? ""),
    company: companyIn(said.get("Company") ?? ""),
    now: clock(day, time),
    reader: { locale, timeZone },
    said,
    activities: told.map(({ activity }) => activity),
    leftOutByHand: told.flatMap(({ activity, byHand }) => (byHand ? [activity.id] : [])),
    trail: lines.flatMap((line) => /^\d\. (.+)$/.exec(line)?.[1] ?? []),
  };
}

/** The stories of one file, in its order. Throws where a line cannot be read. */
export function storiesIn(text: string): Story[] {
  const [head = "", ...bodies] = text.split(/^## /m);
  const shared = headlines(head.split("\n"));
  return bodies.map((body) => {
    const [title = "", ...lines] = body.split("\n");
    return storyOf(title.trim(), lines, shared);
  });
}
