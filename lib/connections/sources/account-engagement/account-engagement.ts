import type { Failed } from "@/lib/enrichment/http/http";
import { ADDRESS_SETTING, hostOf } from "@/lib/enrichment/http/http-settings";
import { LOGIN } from "../../crm/salesforce/account";
import { wrongAddress } from "../../wrong-address";
import { leaveOutSetting, streamsRead, wrongLeaveOut } from "../leave-out";
import type { SourceGiven, SourceReach, SourceSystem } from "../source";
import { askUnit } from "./ask";
import { lacksAbility } from "./errors";
import { readActivities } from "./read-activities";
import { readPages } from "./read-pages";
import { readProspects } from "./read-prospects";
import type { Unit } from "./unit";

const STREAMS = [
  { id: "prospects", holds: "prospects" },
  { id: "activities", holds: "visitor activities" },
  { id: "pages", holds: "pages of visits" },
] as const;
type StreamId = (typeof STREAMS)[number]["id"];
const READERS = { prospects: readProspects, activities: readActivities, pages: readPages } as const;

/** The least that can be asked of each stream, and the ability that it needs. */
const PROBES: Readonly<Record<StreamId, { object: string; needs: string }>> = {
  prospects: { object: "prospects", needs: "Prospects > Prospects > View" },
  activities: { object: "visitor-activities", needs: "Prospects > Visitors > View" },
  pages: { object: "visitor-page-views", needs: "Prospects > Prospects > View" },
};

const UNIT = /^0Uv[a-zA-Z0-9]{12}(?:[a-zA-Z0-9]{3})?$/;

const unitOf = ({ settings, secrets }: SourceGiven): Unit => ({
  host: hostOf(settings, "https://pi.pardot.com"),
  businessUnit: String(settings.businessUnit ?? ""),
  account: {
    login: hostOf({ address: settings.login ?? null }, LOGIN),
    clientId: String(settings.clientId ?? ""),
    clientSecret: secrets.clientSecret ?? "",
    refreshToken: secrets.refreshToken ?? null,
  },
});

async function lacks(
  unit: Unit,
  settings: SourceGiven["settings"],
  signal: AbortSignal,
): Promise<string[] | Failed> {
  const missing: string[] = [];
  for (const { id, holds } of streamsRead({ streams: STREAMS }, settings)) {
    const { object } = PROBES[id as StreamId];
    const answer = await askUnit(unit, object, { fields: "id", limit: "1" }, new Date(), signal);
    if (!("answer" in answer)) continue;
    if (answer.cause !== "refused") return answer;
    missing.push(`${lackingAbility(id as StreamId)}, so ${holds} cannot be read.`);
  }
  return missing;
}

function reach(given: SourceGiven): SourceReach {
  const unit = unitOf(given);
  const { connectionId, settings } = given;
  const read = streamsRead({ streams: STREAMS }, settings);
  const pagesRead = read.some(({ id }) => id === "pages");
  return {
    lacks: (signal) => lacks(unit, settings, signal),
    read: async (question, signal) => {
      const stream = question.stream as StreamId;
      const answer = await READERS[stream]({ ...unit, connectionId, pagesRead }, question, signal);
      const nameless = "answer" in answer && lacksAbility(answer);
      return nameless ? { ...answer, words: `${lackingAbility(stream)}.` } : answer;
    },
  };
}

const lackingAbility = (stream: StreamId) =>
  `The ability ${PROBES[stream].needs} is missing in the user's role`;

/**
 * Salesforce Marketing Cloud Account Engagement, which was Pardot: prospects and what they did, by its
 * API version 5. One question at a time, of the five that a business unit may be asked at once.
 */
export const accountEngagement: SourceSystem = {
  id: "account_engagement",
  label: "Account Engagement",
  settings: [
    { key: "businessUnit", label: "Business unit id, as 0Uv…", secret: false },
    { key: "clientId", label: "Consumer key", secret: false },
    { key: "clientSecret", label: "Consumer secret", secret: true },
    {
      key: "refreshToken",
      secret: true,
      optional: true,
      label: "Refresh token; without one the app signs in by itself",
    },
    {
      key: "login",
      secret: false,
      optional: true,
      label: "Where it signs in, as https://test.salesforce.com or My Domain",
    },
    leaveOutSetting(STREAMS),
    ADDRESS_SETTING,
  ],
  needs:
    "It needs a connected app with the scope pardot_api, and a user who may view prospects and visitors; to see where custom redirects lead, custom redirects, too.",
  source: "map",
  streams: STREAMS,
  wrong: (key, value) => {
    if (key === "login") return wrongAddress(value);
    if (key === "businessUnit" && !UNIT.test(value))
      return "is not a business unit's id, which begins with 0Uv";
    return wrongLeaveOut(STREAMS, key, value);
  },
  reach,
};
