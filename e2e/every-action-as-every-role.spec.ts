import { readFileSync } from "node:fs";
import type { APIRequestContext } from "@playwright/test";
import { PERMISSIONS, type Permission } from "@/lib/access/permissions";
import { ROLE_NAMES, type Role } from "@/lib/access/roles";
import { expect, test } from "./support/test";

/** What each action of the product needs, written out by hand: a change must be meant twice. */
const ACTIONS = {
  "document leads": `retryAllWaiting sendOutAgain writeSummary writeNote takeBackNote settle leadsOfBoard retryMany
    previewDeed flagMany unflagMany settleManyDoubts undoManyDoubts claimMany releaseMany takeLeadOver
    writePhrase rewordPhrase takePhraseOut fill sayNotObtainable setLeadAside bringLeadBack releaseLead
    setManyAside bringManyBack setLeadScore takeLeadScoreBack leaveActivitiesOut bringActivitiesBack
    editTrailLine undoTrail askForRefused`,
  "work the queue": `acceptLead rejectLead takeDecisionBack nameMissing tellResearch sawCorrections keepView nameView
    dropView beginWith`,
  "run audits": `draw swap makeFinding measureAgain saveInterview judgeCategory agreeWithRest
    finishAudit`,
  "connect systems": `connectSystem alterConnection renewSecrets renewSecretOfHook tryConnection pauseConnection disconnect
    saveChain sendAgain saveCrmMap`,
  "replay events": "replayEvent replayTime",
  "manage people": "letIn changePerson rename signOutEverywhere changeMember",
  "manage keys": "makeKey withdrawKey",
  "import files": "beginImport resumeImport",
  "see the model": "previewModel",
  "write the model": "keepModelDraft giveUpModelDraft activateModel",
  "sign the model": "signModel",
  "set the ICP": "previewIcp setIcp",
  "set routing": "saveRoutingRules tryRoutingRules",
  "settle fallbacks": "settleFallbackRouting moveLeadsOfLeaver",
  "set hours": "changeHours addAbsence takeAbsenceBack",
  "set the SLA": "saveSla",
  "set exclusions": "saveExclusionSettings tryExclusionSettings",
  "write the standard": "beginDraft keepDraft giveUpDraft",
  "sign the standard": "sign",
  "set own notices": "setNotices",
  "set own times": "changeTimes adoptTimes",
} satisfies Partial<Record<Permission, string>>;

const NEEDED = new Map(
  Object.entries(ACTIONS).flatMap(([permission, names]) =>
    names.split(/\s+/).map((name) => [name, permission as Permission] as const),
  ),
);

type Entry = { filename: string; exportedName: string };

/** The actions that the build answers to, by the id that a page sends. */
function built(): (Entry & { id: string })[] {
  const folder = `.next/builds/${process.env.BATON_BUILD}/server`;
  const manifest = JSON.parse(readFileSync(`${folder}/server-reference-manifest.json`, "utf8")) as {
    node: Record<string, Entry>;
  };
  return Object.entries(manifest.node)
    .map(([id, { filename, exportedName }]) => ({ id, filename, exportedName }))
    .filter(({ filename }) => filename.endsWith("actions.ts"));
}

/** Sends what no action takes, so that whoever may is told of that, and nothing is done. */
async function said(request: APIRequestContext, id: string, origin: string): Promise<string> {
  const answer = await request.post("/sign-in", {
    headers: {
      accept: "text/x-component",
      "next-action": id,
      "content-type": "text/plain;charset=UTF-8",
      origin,
    },
    data: "[null]",
  });
  return answer.text();
}

test("the table names every action there is, and no other", () => {
  const names = built().map(({ exportedName }) => exportedName);
  expect(names.toSorted()).toEqual([...NEEDED.keys()].toSorted());
});

for (const role of [...ROLE_NAMES, null]) {
  test(`every action refuses ${role ?? "nobody"} unless they may`, async ({
    context,
    as,
    baseURL,
  }) => {
    if (role) await as(role);
    const wrong: string[] = [];
    for (const { id, exportedName } of built()) {
      const answer = await said(context.request, id, String(baseURL));
      const expected = outcome(NEEDED.get(exportedName), role);
      if (!expected.test(answer)) wrong.push(`${exportedName}: ${answer.slice(0, 300)}`);
    }
    expect(wrong).toEqual([]);
  });
}

function outcome(permission: Permission | undefined, role: Role | null): RegExp {
  if (!role) return /You are signed out\./;
  const allowed: readonly Role[] = permission ? PERMISSIONS[permission] : [];
  return allowed.includes(role)
    ? /"ok":false,"reason":"(?!Only |You are signed out|This came from)/
    : /"ok":false,"reason":"Only /;
}
