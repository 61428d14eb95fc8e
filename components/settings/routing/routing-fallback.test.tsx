import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { DEFAULT_ROUTING } from "@/lib/routing/rule-book";
import { ToastProvider } from "../../ui/toast";
import { RoutingDesk } from "./routing-desk";
import { RoutingFallback } from "./routing-fallback";
import { RoutingReading } from "./routing-reading";

const people = [
  { id: "amara", name: "Amara" },
  { id: "jonas", name: "Jonas" },
];
const shown = (fallbackId: string | null, standsIn: string | null) =>
  renderToStaticMarkup(
    <ToastProvider>
      <RoutingDesk
        personId="1"
        inForce={{ version: 1, settings: { ...DEFAULT_ROUTING, fallbackId } }}
      >
        <RoutingFallback people={people} standsIn={standsIn} />
      </RoutingDesk>
    </ToastProvider>,
  );
const read = (isNamed: boolean) =>
  renderToStaticMarkup(
    <RoutingReading
      settings={DEFAULT_ROUTING}
      fallback={{ id: "amara", name: "Amara", isNamed }}
      locale="en-GB"
    />,
  );

describe("C5.2 the fallback where the rules are set", () => {
  it("cannot be taken away again, only changed", () => {
    expect(shown("jonas", null)).not.toContain('value=""');
    expect(shown("jonas", null)).toContain('<option value="jonas" selected="">Jonas</option>');
  });

  it("is asked for where nobody is named, or whoever was has no access any more", () => {
    for (const id of [null, "gone"]) {
      const page = shown(id, "Amara");
      expect(page).toContain('<option value="" selected="">Choose a rep</option>');
      expect(page).toContain("Until you choose somebody, Amara stands in.");
    }
  });

  it("is told to those who read the rules, with who stands in", () => {
    expect(read(true)).toContain("Amara gets the lead");
    expect(read(false)).toContain("Amara stands in, as no fallback is named.");
  });
});
