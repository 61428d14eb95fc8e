import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aCrm, aLeadToGoOut, outgoingOf } from "@/db/factories/crms";
import { aPerson } from "@/db/factories/people";
import { enrichmentHealth } from "@/db/schema/enrichment";
import { testDatabase } from "@/db/testing/database";
import { PLAYED_TARGETS } from "@/e2e/doubles/crms";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { keyOfSecret } from "../../senders/standard-webhooks";
import { retryOutgoing } from "../standing/commands";
import { sendOutgoing } from "./commands";

const { owner } = testDatabase();
const job = systemActor("job", "Tests");
const now = new Date("2026-06-03T10:00:00Z");
const HOUR_SECONDS = 3_600;
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

let admin: Viewer;
let ops: Viewer;
beforeAll(async () => {
  [admin, ops] = [await aPerson("admin"), await aPerson("marketing_ops")];
  await aPerson("rep", { territory: ["NO"], timeZone: "Europe/Oslo" });
});
beforeEach(async () => {
  await owner.delete(enrichmentHealth);
});

/** A secret with one bit of its key turned over, in its first, a middle or its last byte. */
function wrongAt(secret: string, place: number): string {
  const key = Buffer.from(keyOfSecret(secret) ?? []);
  const at = place < 0 ? key.length + place : place;
  key.writeUInt8(key.readUInt8(at) ^ 1, at);
  return `whsec_${key.toString("base64")}`;
}

describe("K.5 a hook whose target checks the signature with a secret that is wrong by one bit", () => {
  it.each([0, 11, -1])(
    "takes nothing, which is said, and each once as its secret is right again (byte %i)",
    async (place) => {
      const hook = await PLAYED_TARGETS.rest_hook();
      hook.at(now);
      const id = await aCrm(admin, "rest_hook", hook.given, now);
      const send = (seconds: number) => {
        hook.at(later(seconds));
        return sendOutgoing(job, id, () => later(seconds));
      };
      const leadId = await aLeadToGoOut(ops, now);
      hook.believes(wrongAt(String(hook.given.secrets?.signingSecret), place));
      await send(1);
      const [row] = await outgoingOf(leadId, id);
      expect(row).toMatchObject({
        ...{ state: "waiting", cause: "unauthorised", words: expect.stringContaining("401") },
      });
      expect(hook.has(leadId)).toEqual({ records: 0, notes: 0 });
      hook.believes(null);
      await retryOutgoing(ops, { outgoingId: row?.id ?? "" }, later(HOUR_SECONDS));
      for (const hours of [1, 2]) await send(hours * HOUR_SECONDS);
      expect(await outgoingOf(leadId, id)).toMatchObject([{ state: "sent" }]);
      expect(hook.has(leadId)).toEqual({ records: 1, notes: 1 });
      await hook.close();
    },
  );
});
