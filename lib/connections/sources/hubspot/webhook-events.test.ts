import { describe, expect, it } from "vitest";
import { hubspotEvents, readHubspotEvent } from "./webhook-events";

const CHANGE = {
  ...{ objectId: 1246965, propertyName: "lifecyclestage", propertyValue: "subscriber" },
  ...{ changeSource: "ACADEMY", eventId: 3816279340, subscriptionId: 25, portalId: 33 },
  ...{ appId: 1160452, occurredAt: 1462216307945, eventType: "contact.propertyChange" },
  attemptNumber: 0,
};
const ID = "7d0f8a52-0000-4000-8000-000000000000";
const keys = (body: unknown) => hubspotEvents(body)?.map(({ key }) => key);
const changed = (event: object) => readHubspotEvent(event, ID).changed;

describe("K.1 HubSpot's webhook events", () => {
  it("are each by itself, and one however often and in whatever company it is sent", () => {
    const other = { ...CHANGE, objectId: 7 };
    const [first] = keys([CHANGE]) ?? [];
    expect(keys([other, { ...CHANGE, attemptNumber: 3 }])?.[1]).toBe(first);
    expect(hubspotEvents([CHANGE, other])).toHaveLength(2);
    expect(hubspotEvents(CHANGE)).toHaveLength(1);
  });

  it("are not told apart by an eventId, which is not unique", () => {
    const [first] = keys([CHANGE]) ?? [];
    for (const more of [{ objectId: 8 }, { occurredAt: 1 }, { propertyName: "email" }])
      expect(keys([{ ...CHANGE, ...more }])?.[0]).not.toBe(first);
  });

  it("are none where the body is none", () => {
    expect(hubspotEvents(["text"])).toBeNull();
    expect(hubspotEvents(7)).toBeNull();
    expect(hubspotEvents([])).toEqual([]);
  });

  it("say only that something changed, whatever value came along", () => {
    const redacted = {
      ...CHANGE,
      eventType: undefined,
      subscriptionType: "contact.propertyChange",
    };
    const read = readHubspotEvent({ ...redacted, propertyValue: "REDACTED" }, ID);
    expect(read).toMatchObject({ leads: [], changed: [{ stream: "contacts", id: "1246965" }] });
  });

  it.each([
    [{ subscriptionType: "company.creation", objectId: 5 }, [{ stream: "companies", id: "5" }]],
    [
      { subscriptionType: "object.propertyChange", objectTypeId: "0-1", objectId: 5 },
      [{ stream: "contacts", id: "5" }],
    ],
    [
      {
        subscriptionType: "contact.merge",
        primaryObjectId: 1,
        mergedObjectIds: [2],
        newObjectId: 3,
      },
      [{ stream: "contacts", id: "3" }],
    ],
    [
      {
        ...{ subscriptionType: "contact.associationChange", fromObjectId: 1, toObjectId: 9 },
        associationType: "CONTACT_TO_COMPANY",
      },
      [
        { stream: "contacts", id: "1" },
        { stream: "companies", id: "9" },
      ],
    ],
    [{ subscriptionType: "contact.deletion", objectId: 5 }, []],
    [{ subscriptionType: "deal.propertyChange", objectId: 5 }, []],
    [{ subscriptionType: "contact.creation", objectId: "1'--" }, []],
    [{ subscriptionType: "constructor.creation", objectId: 5 }, []],
    [{ subscriptionType: "object.creation", objectTypeId: "toString", objectId: 5 }, []],
    [
      {
        ...{ subscriptionType: "contact.associationChange", fromObjectId: 1, toObjectId: 9 },
        associationType: "__PROTO___TO_VALUEOF",
      },
      [],
    ],
  ])("%j", (event, expected) => {
    expect(changed(event)).toEqual(expected);
  });

  it("are refused where they say of nothing what happened", () => {
    expect(readHubspotEvent({ objectId: 1 }, ID)).toMatchObject({
      refused: ["It names no subscriptionType"],
    });
  });
});
