import { Check } from "lucide-react";
import type { FirstSteps } from "@/lib/first-day/steps";
import {
  connectionsAddress,
  icpAddress,
  importAddress,
  routingAddress,
} from "@/lib/platform/address";
import { Section } from "../ui/section";

type Step = { is: keyof FirstSteps; what: string; why: string; href?: string };

const STEPS: readonly Step[] = [
  {
    is: "people",
    what: "Add reps and marketing ops",
    why: "Reps get the leads, marketing ops documents them.",
  },
  {
    is: "connections",
    what: "Connect a CRM and enrichment",
    why: "They fill what a lead must bring. Without them marketing ops fills it by hand.",
    href: connectionsAddress(),
  },
  {
    is: "icp",
    what: "Say whom you sell to",
    why: "The ICP gives each lead its tier. The one that came with Baton is an example.",
    href: icpAddress(),
  },
  {
    is: "routing",
    what: "Say who gets which lead",
    why: "Until then the product’s own rules decide, and at last the reps take turns.",
    href: routingAddress(),
  },
  {
    is: "leads",
    what: "Bring in the first leads",
    why: "From a CSV file, a connected system, or by the API.",
    href: importAddress(),
  },
];

/** What an installation still needs before its first handoff; what is there recedes. */
export function FirstStepList({ steps }: { steps: FirstSteps }) {
  const done = STEPS.filter(({ is }) => steps[is]).length;
  return (
    <Section
      title="Before the first handoff"
      aside={`${done} of ${STEPS.length} done`}
      className="mt-5 mb-8 max-w-[72ch]"
    >
      <ol>
        {STEPS.map((step, index) => (
          <li key={step.is} className="flex gap-3 border-b border-line py-2.5 last:border-b-0">
            <span className="num w-4 shrink-0 text-center text-faint">
              {steps[step.is] ? (
                <Check role="img" aria-label="Done" className="mt-0.5 size-4" />
              ) : (
                index + 1
              )}
            </span>
            <div className={steps[step.is] ? "text-faint" : ""}>
              <StepName {...step} />
              {!steps[step.is] && <p className="text-small text-soft">{step.why}</p>}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function StepName({ what, href }: Step) {
  if (!href) return <p className="font-medium">{what}</p>;
  return (
    <a href={href} className="font-medium text-accent underline-offset-3 hover:underline">
      {what}
    </a>
  );
}
