import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { curate } from "@/lib/trail/curation/curation";
import { opener } from "@/lib/trail/drafted/opener";
import { draftSummary } from "@/lib/trail/drafted/summary-draft";
import { exclusionLabel, sift } from "@/lib/trail/exclusion/exclusions";
import { DEFAULT_TRAIL_SETTINGS } from "@/lib/trail/settings";
import { type Story, storiesIn } from "@/lib/trail/testing/golden/story-file";
import { datedTouchpoint } from "@/lib/trail/wording/dated";
import { icpFit } from "./icp/icp";
import { DEFAULT_MODEL } from "./model/default-model";
import {
  findTrigger,
  importTrigger,
  modelTrigger,
  personTrigger,
  type Trigger,
} from "./trigger/trigger";
import { triggerFor } from "./trigger/trigger-dated";

const FOLDER = fileURLToPath(new URL("../trail/golden", import.meta.url));
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith(".md") && name !== "README.md");
const all = FILES.map((name) => ({
  name: name.replace(".md", ""),
  stories: storiesIn(readFileSync(`${FOLDER}/${name}`, "utf8")),
}));

/** What a story says made the lead ready where no activity did. */
function decided({ said }: Story): string | null {
  const [person, origin, version] = ["Ready by", "Ready with", "Ready since model"].map((name) =>
    said.get(name),
  );
  if (person) return personTrigger(person);
  if (origin) return importTrigger(origin);
  return version ? modelTrigger(Number(version)) : null;
}

function siftedOf(story: Story) {
  const { said, leftOutByHand, activities, now } = story;
  const listed = (name: string) => said.get(name)?.split(", ") ?? [];
  const settings = {
    ...DEFAULT_TRAIL_SETTINGS,
    leadEmail: said.get("Email") ?? null,
    ownDomains: listed("Our domains"),
    products: listed("Evaluates"),
    leftOutByHand,
  };
  return sift(activities, settings, now);
}

function triggerOf(story: Story, credible: Story["activities"]) {
  const { company, who, now } = story;
  const fit = icpFit({ ...company, jobTitle: who.jobTitle }, DEFAULT_MODEL);
  const text = decided(story);
  const found: Trigger | null = text ? null : findTrigger(credible, fit, DEFAULT_MODEL, now);
  return { found, shown: text ? { text, at: now } : found };
}

/** A trigger as a snapshot keeps it. */
const onPage = ({ text, at, ...rest }: { text: string; at: Date; parts?: Trigger["parts"] }) => ({
  ...{ text, at: at.toISOString() },
  ...(rest.parts ? { parts: rest.parts } : {}),
});

/** What the rep gets to read, in the words in which a golden story expects it. */
function told(story: Story) {
  const { company, who, now, reader } = story;
  const { kept, credible, leftOut, reEngaged } = siftedOf(story);
  const { found, shown } = triggerOf(story, credible);
  const touchpoints = curate(kept, { now, trigger: found });
  const facts = { ...company, jobTitle: who.jobTitle };
  const counts = [...Map.groupBy(leftOut, ({ rule }) => rule)]
    .map(([rule, those]) => `${those.length} by ${exclusionLabel(rule).toLowerCase()}`)
    .sort();
  return {
    "Why now": shown?.text ?? "-",
    "On the page": shown ? triggerFor(onPage(shown), reader, now) : "-",
    Rule: DEFAULT_MODEL.rules.find(({ id }) => id === found?.rule)?.label ?? "-",
    Trail: touchpoints.map((one) => datedTouchpoint(one, reader, now)),
    Say: opener({ touchpoints, trigger: shown }) ?? "-",
    Summary: draftSummary({ ...who, facts, touchpoints, trigger: shown }) ?? "-",
    "Left out": counts,
    "Re-engaged": reEngaged ? "yes" : "no",
  };
}

/** What the story's author expects; what a story does not speak of is not compared. */
function expected(story: Story, actual: ReturnType<typeof told>) {
  const { said, trail } = story;
  return {
    "Why now": said.get("Why now"),
    "On the page": said.get("On the page") ?? actual["On the page"],
    Rule: said.get("Rule") ?? "-",
    Trail: trail,
    Say: said.get("Say"),
    Summary: said.get("Summary"),
    "Left out":
      said
        .get("Left out")
        ?.split(/, (?=\d)/)
        .sort() ?? actual["Left out"],
    "Re-engaged": said.get("Re-engaged") ?? actual["Re-engaged"],
  };
}

/** The same with a robot's visit and a rep's own call between what the lead did. */
function noisy({ activities, now }: Story): Story["activities"] {
  const at = {
    occurredAt: new Date(now.getTime() - 36 * 3_600_000),
    source: "story",
    product: null,
  };
  return [
    {
      ...at,
      id: "robot",
      kind: "page_viewed",
      userAgent: "Googlebot/2.1",
      details: { path: "/pricing" },
    },
    ...activities,
    { ...at, id: "call", kind: "sales_activity", userAgent: null, details: { text: "Voicemail" } },
  ];
}

describe.each(all)("C3.8 C3.9 C4.6 Q.3 golden stories: $name", ({ stories }) => {
  it.each(stories)("$title", (story) => {
    const actual = told(story);
    expect(actual).toEqual(expected(story, actual));
    const backwards = { ...story, activities: story.activities.toReversed() };
    expect(told(backwards)).toEqual(actual);
    // X: what is left out is counted, and changes nothing that the rep reads.
    const { "Left out": _more, ...rest } = told({ ...story, activities: noisy(story) });
    expect(actual).toMatchObject(rest);
  });
});

describe("the golden stories themselves", () => {
  it("are sixty or more, each with a title of its own", () => {
    const titles = all.flatMap(({ stories }) => stories.map(({ title }) => title));
    expect(titles.length).toBeGreaterThanOrEqual(60);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it("fail where a line cannot be read", () => {
    expect(() => storiesIn("## A\n- 3 June 10:00 pondered\n")).toThrow("pondered");
  });
});
