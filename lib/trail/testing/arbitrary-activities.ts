import fc from "fast-check";
import type { Activity } from "@/lib/intake/activities/activity";
import {
  attended,
  chat,
  competitor,
  download,
  form,
  mail,
  page,
  registered,
  remark,
} from "./story";

/** Up to 100 days before the story's now; every third on a whole day of the last six, so that instants collide. */
const days = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 100 * 24 }).map((hours) => hours / 24) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 5 }) },
);
const path = fc.constantFrom(
  "/",
  "/pricing",
  "/security",
  "/integrations/sap",
  "/compare/acme",
  "/blog/one",
  "/blog/two",
  "/careers",
  "/customers/nordlys",
);
const title = fc.constantFrom("Security pack 2026", "ROI Calculator", "Migrating", "Peak season");

const one: fc.Arbitrary<Activity> = fc.oneof(
  fc.tuple(days, path, fc.nat(600)).map(([at, where, long]) => page(at, where, long)),
  fc.tuple(days, title).map(([at, what]) => download(at, what)),
  fc.tuple(days, title).map(([at, what]) => registered(at, what)),
  fc.tuple(days, title).map(([at, what]) => attended(at, what)),
  fc.tuple(days, title).map(([at, what]) => mail(at, "opened", what)),
  fc.tuple(days, title).map(([at, what]) => mail(at, "clicked", what, "/pricing")),
  days.map((at) => form(at, "Demo request")),
  days.map((at) => chat(at, "Visitor: How does rollback work?")),
  days.map((at) => competitor(at, "Acme")),
  days.map((at) => remark(at, "Met at the fair")),
);

/** A lead's activities, each with an id of its own. */
export const activities = (maxLength = 60): fc.Arbitrary<Activity[]> =>
  fc
    .array(one, { maxLength })
    .map((list) => list.map((activity, index) => ({ ...activity, id: `a${index}` })));

/** Activities and the same in another order. */
export const shuffled = activities().chain((list) =>
  fc.tuple(
    fc.constant(list),
    fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
  ),
);
