import { beforeAll, describe, expect, it } from "vitest";
import { aChannel, aRoutedLead, chooses } from "@/db/factories/notices";
import { aPerson } from "@/db/factories/people";
import { testDatabase } from "@/db/testing/database";
import { mailAccount } from "@/e2e/doubles/smtp";
import type { Viewer } from "@/lib/access/viewer";
import { removeConnection } from "@/lib/connections/commands";
import { daysOfNotices, stuckDeliveries } from "../deliveries/queries";
import { saveNoticeSettings } from "./commands";
import { noticeSettingsInput } from "./input";
import { offeredChannels, ownDeliveries, ownNoticeSettings } from "./queries";
import { NOTHING_SET } from "./quiet";

testDatabase();
const now = new Date("2026-06-03T10:00:00Z");

let admin: Viewer;
let ops: Viewer;
let rep: Viewer;
let mailId: string;
beforeAll(async () => {
  admin = await aPerson("admin");
  ops = await aPerson("marketing_ops");
  rep = await aPerson("rep", { territory: ["NO"] });
  mailId = await aChannel(admin, "smtp", mailAccount("127.0.0.1:1"), now);
});

const given = { quietFrom: "22:00", quietUntil: "07:00", quietWeekends: true };
const input = (rest: object) =>
  noticeSettingsInput.safeParse({ ...given, off: false, choices: [], ...rest });

describe("a person's own settings", () => {
  it("are nothing until they are set, and then theirs alone", async () => {
    const other = await aPerson("rep", { territory: ["JP"] });
    expect(await ownNoticeSettings(other)).toEqual(NOTHING_SET);
    const quiet = { quietFrom: 1320, quietUntil: 420, quietWeekends: true };
    await chooses(rep, ["new_lead"], [mailId], now, quiet);
    const choices = [{ kind: "new_lead", connectionId: mailId }];
    expect(await ownNoticeSettings(rep)).toMatchObject({ off: false, ...quiet, choices });
    expect(await ownNoticeSettings(other)).toEqual(NOTHING_SET);
  });

  it("hold kinds of their role alone, and ways that are there", async () => {
    const quiet = { off: false, quietFrom: null, quietUntil: null, quietWeekends: false };
    const choose = (viewer: Viewer, kind: "new_lead" | "escalation", connectionId: string) =>
      saveNoticeSettings(viewer, { ...quiet, choices: [{ kind, connectionId }] }, now);
    expect(await choose(rep, "escalation", mailId)).toMatchObject({ ok: false });
    expect(await choose(ops, "new_lead", mailId)).toMatchObject({ ok: false });
    expect(await choose(rep, "new_lead", crypto.randomUUID())).toMatchObject({ ok: false });
    expect(await choose(await aPerson("manager"), "escalation", mailId)).toMatchObject({
      ok: true,
    });
  });

  it("lose what was chosen for a connection that is removed", async () => {
    const gone = await aChannel(admin, "smtp", mailAccount("127.0.0.1:1"), now);
    await chooses(rep, ["new_lead"], [mailId, gone], now);
    await removeConnection(admin, { connectionId: gone }, now);
    const { choices } = await ownNoticeSettings(rep);
    expect(choices).toEqual([{ kind: "new_lead", connectionId: mailId }]);
    expect((await offeredChannels(rep)).map(({ id }) => id)).not.toContain(gone);
  });

  it("are shown with what became of one's own notices, and nobody else's", async () => {
    await chooses(rep, ["new_lead"], [mailId], now);
    await aRoutedLead(ops, now);
    expect(await ownDeliveries(rep, 10)).toMatchObject([{ kind: "new_lead", state: "waiting" }]);
    expect(await ownDeliveries(ops, 10)).toEqual([]);
  });
});

describe("quiet hours as they are typed", () => {
  it("are minutes of the day, or none", () => {
    expect(input({}).data).toMatchObject({ quietFrom: 1320, quietUntil: 420 });
    const none = input({ quietFrom: "", quietUntil: "" });
    expect(none.data).toMatchObject({ quietFrom: null, quietUntil: null });
  });

  it.each([
    [{ quietFrom: "" }, "quietFrom"],
    [{ quietUntil: "" }, "quietUntil"],
    [{ quietUntil: "22:00" }, "quietUntil"],
    [{ quietFrom: "24:00" }, "quietFrom"],
    [{ quietFrom: "evening" }, "quietFrom"],
  ])("are refused at their field: %j", (rest, field) => {
    expect(input(rest).error?.issues[0]?.path).toEqual([field]);
  });
});

describe("how notices fare", () => {
  it("is for who looks after connections", async () => {
    await expect(stuckDeliveries(rep, now, 10)).rejects.toThrow("see connections");
    await expect(daysOfNotices(rep, now)).rejects.toThrow("see connections");
    expect((await daysOfNotices(ops, now)).get(mailId)?.waiting).toBeGreaterThan(0);
  });
});
