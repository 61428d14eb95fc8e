import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { ConnectedWay } from "@/lib/sla/settings";
import { SlaStep } from "./sla-step";

const room = (name: string): ConnectedWay => ({ id: crypto.randomUUID(), name, system: "slack" });

/** By what a step can tell, as one reads it. */
function offered(connected: readonly ConnectedWay[]) {
  const step = { key: 1, minutes: "5", side: "after", action: "tell_manager" } as const;
  const markup = renderToStaticMarkup(
    <SlaStep
      step={{ ...step, channel: "app" }}
      index={0}
      connected={connected}
      onChange={() => {}}
      onRemove={() => {}}
    />,
  );
  return [...markup.matchAll(/<option[^>]*>([^<]*Slack[^<]*)</g)].map(([, words]) => words);
}

describe("Q.2 how a step of the ladder tells", () => {
  it("is by Slack where one room is connected", () => {
    expect(offered([room("EMEA leads")])).toEqual(["By Slack"]);
  });

  it("is in one of several rooms, or in all of them", () => {
    expect(offered([room("EMEA leads"), room("US leads")])).toEqual([
      "By Slack: all",
      "By Slack: EMEA leads",
      "By Slack: US leads",
    ]);
  });
});
