import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { SCOPES } from "@/lib/access/keys/scopes";
import { problemDocument } from "@/lib/access/requests/problem";
import { openApi } from "@/lib/api/openapi";
import { operationsOf } from "@/lib/api/operations";
import { subscribe } from "@/lib/api/rest-hooks/endpoints";
import { hookEventDocument } from "@/lib/api/rest-hooks/hook-document";
import { routedDocument, routeNamedLead } from "@/lib/api/routing/endpoints";
import { zapier } from "@/lib/connections/senders/zapier";
import { HooksGuide } from "./hooks-guide";
import { RoutingGuide } from "./routing-guide";
import { SigningGuide, TrackingGuide } from "./sending-guide";

const BASE = "https://baton.example.com";
const routing = renderToStaticMarkup(<RoutingGuide base={BASE} />);
const signed = renderToStaticMarkup(<SigningGuide base={BASE} />);
const tracking = renderToStaticMarkup(<TrackingGuide base={BASE} />);
const hooks = renderToStaticMarkup(<HooksGuide base={BASE} />);

const plain = (markup: string) =>
  markup.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
/** What is printed to be taken over, without what stands before its first brace and after its last. */
const samples = (markup: string) =>
  [...markup.matchAll(/<pre[^>]*>(.*?)<\/pre>/gs)].map(([, text = ""]) => plain(text));
const json = (text = ""): unknown =>
  JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1));
const withText = (markup: string, text: string) =>
  samples(markup).find((sample) => sample.includes(text));

describe("K.4 what Salesforce is to send and to expect works as it is printed", () => {
  it("the body, the answer, and what a held lead is answered", () => {
    expect(routeNamedLead.body?.safeParse(json(withText(routing, "leadEmail")))).toMatchObject({
      success: true,
    });
    expect(routedDocument.safeParse(json(withText(routing, '"result"')))).toMatchObject({
      success: true,
    });
    expect(problemDocument.safeParse(json(withText(routing, "409")))).toMatchObject({
      success: true,
    });
  });

  it("Flow takes no answer of ours for a fault, a queue has no address, and a lead may come with its owner", () => {
    expect(routing).toContain("Response Code");
    expect(routing).toContain("Owner:User.Email");
    // A lead of another rep goes on, until that one has tried to reach it.
    expect(routing.replace(/\s+/g, " ")).not.toContain("or a rep has it");
    expect(withText(routing, "ISNEW()")).toContain('LEFT({!$Record.OwnerId}, 3) = "005"');
  });
});

describe("K.1 what else is sent works as it is printed", () => {
  it("a signed body is a lead", () => {
    const body = withText(signed, '"type": "lead"') ?? "";
    expect(zapier.read(JSON.parse(body), "")).toMatchObject({
      leads: [{ email: "ada.berg@example.com" }],
      refused: [],
    });
  });

  it("libraries are pointed at our address, not at a path that they add themselves", () => {
    expect(withText(tracking, "analytics-node")).toContain(`host: "${BASE}"`);
    expect(withText(tracking, "rudder-sdk-node")).toContain(`dataPlaneUrl: "${BASE}"`);
    expect(withText(tracking, "analytics-next")).toContain('apiHost: "baton.example.com/v1"');
  });

  it("a hook is subscribed by a body that we take", () => {
    const [body = ""] = /(?<=-d ').*?(?=')/s.exec(withText(hooks, "targetUrl") ?? "") ?? [];
    expect(subscribe.body?.safeParse(JSON.parse(body))).toMatchObject({ success: true });
    const event = json(withText(hooks, "webhook-id: ")) as object;
    expect(Object.keys(event)).toEqual(Object.keys(hookEventDocument.shape));
  });

  it("a key of a Zapier integration may do what its trigger does", () => {
    expect(withText(hooks, "performList")).toContain("/api/v1/handoffs");
    expect(hooks).toContain(SCOPES["handoffs:read"]);
  });
});

it("each of their links leads to an operation or a document of the page", () => {
  const { operations, documents } = operationsOf(openApi());
  const places = [...operations.map(({ id }) => id), ...documents.map(({ name }) => name)];
  const named = [routing, signed, tracking, hooks].flatMap((markup) =>
    [...markup.matchAll(/href="#([^"]+)"/g)].map(([, place]) => place),
  );
  expect(named.length).toBeGreaterThan(2);
  for (const place of named) expect(places).toContain(place);
});
