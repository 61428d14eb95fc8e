"use client";

import { useState } from "react";
import { tellResearch } from "@/lib/handoff/actions";
import { LOOKED_UP, MINUTES } from "@/lib/handoff/research/fields";
import { keysOf } from "@/lib/platform/keys-of";
import type { FieldId } from "@/lib/standard/categories";
import { answerOf } from "../../form/answer";
import { Button } from "../../ui/button";
import { useToast } from "../../ui/toast";
import { Corner } from "./corner";

type Told = { lookedUp: false } | { lookedUp: true; fieldIds: FieldId[]; minutes: number };
type ResearchQuestionProps = { handoffId: string; onClose: () => void };

/** The one question after the first attempt; nobody has to answer, and nothing waits for it (A.4). */
export function ResearchQuestion({ handoffId, onClose }: ResearchQuestionProps) {
  const { say } = useToast();
  const [more, setMore] = useState(false);
  async function tell(told: Told) {
    onClose();
    const answer = await answerOf(() => tellResearch({ handoffId, ...told }));
    if (answer.ok) say({ text: "Thank you. It is counted." });
    else say({ text: "Your answer was not saved.", detail: answer.reason, tone: "bad" });
  }
  return (
    <Corner title="Before you tried: was it all here?" onClose={onClose}>
      {more ? (
        <LookedUp onTell={(fieldIds, minutes) => tell({ lookedUp: true, fieldIds, minutes })} />
      ) : (
        <div className="flex flex-wrap gap-1.5">
          <Button kbd="1" onClick={() => tell({ lookedUp: false })}>
            Read and called
          </Button>
          <Button kbd="2" onClick={() => setMore(true)}>
            Looked something up
          </Button>
          <Button variant="bare" onClick={onClose}>
            Skip
          </Button>
        </div>
      )}
    </Corner>
  );
}

const chip =
  "inline-flex min-h-8 cursor-pointer items-center rounded-control border border-line-strong bg-surface px-2.5 text-small has-checked:border-accent has-checked:bg-accent-wash has-checked:font-medium hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent pointer-coarse:min-h-11 forced-colors:has-checked:outline";

type LookedUpProps = { onTell: (fieldIds: FieldId[], minutes: number) => void };

/** What was looked up, then the minutes, whose press also saves. */
function LookedUp({ onTell }: LookedUpProps) {
  const [chosen, setChosen] = useState<readonly FieldId[]>([]);
  const turn = (id: FieldId) =>
    setChosen((ids) => (ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]));
  const disabledReason = chosen.length === 0 ? "Choose first what you looked up." : undefined;
  return (
    <>
      <fieldset className="mb-3 min-w-0">
        <legend className="mb-1 text-small font-medium">What you looked up</legend>
        <div className="flex flex-wrap gap-1.5">
          {keysOf(LOOKED_UP).map((id) => (
            <label key={id} className={chip}>
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={() => turn(id)}
                className="sr-only"
              />
              {LOOKED_UP[id]}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset className="min-w-0">
        <legend className="mb-1 text-small font-medium">Minutes: one press saves it</legend>
        <div className="flex flex-wrap gap-1.5">
          {MINUTES.map((minutes) => (
            <Button
              key={minutes}
              disabledReason={disabledReason}
              onClick={() => onTell([...chosen], minutes)}
            >
              {minutes}
              <span className="sr-only"> {minutes === 1 ? "minute" : "minutes"}</span>
            </Button>
          ))}
        </div>
      </fieldset>
    </>
  );
}
