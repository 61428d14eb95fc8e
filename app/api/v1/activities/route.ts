import { apiRoute, withKey } from "@/lib/access/requests/route";
import { shortAnswer } from "@/lib/access/requests/short-answer";
import { readActivities, takeActivities } from "@/lib/api/activities/endpoints";
import { judgeSoon } from "@/lib/gate/many/commands";
import { recordActivities } from "@/lib/intake/activities/commands";

const take = withKey(takeActivities, async ({ actor, body, now }) => {
  const { readable, refused } = readActivities(body.activities);
  const activities = readable.map((one) => one.activity);
  const recorded = await recordActivities(
    actor,
    activities,
    { now, source: actor.name },
    judgeSoon,
  );
  const unplaced = recorded.refused.map(({ index, reason }) => ({
    index: readable[index]?.index ?? index,
    reason,
  }));
  const { accepted, repeated } = recorded;
  const all = [...refused, ...unplaced].sort((one, other) => one.index - other.index);
  return shortAnswer({ accepted, repeated, refused: all }, { status: 202 });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(take);
