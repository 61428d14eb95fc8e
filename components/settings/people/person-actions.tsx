"use client";

import { ChevronDown } from "lucide-react";
import { useState, useTransition } from "react";
import { answerOf } from "@/components/form/answer";
import { Dialog } from "@/components/ui/dialog";
import { Menu, MenuAction } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import type { Outcome } from "@/lib/access/outcome";
import { changePerson, signOutEverywhere } from "@/lib/access/people/actions";
import type { ReaderChoices } from "@/lib/access/reader/choices";
import { ROLE_NAMES, ROLES } from "@/lib/access/roles";
import { ReaderForm } from "../reader-form";
import { NameForm } from "./name-form";
import type { PersonLine } from "./people";

type PersonActionsProps = { person: PersonLine; choices: ReaderChoices };

/** Role, times, access and sessions of one person; each takes effect at their next request. */
export function PersonActions({ person, choices }: PersonActionsProps) {
  const { id: personId, name, role, active, timeZone, locale } = person;
  const [timing, setTiming] = useState(false);
  const [naming, setNaming] = useState(false);
  const { say } = useToast();
  const [busy, start] = useTransition();
  function run<T>(call: () => Promise<Outcome<T>>, done: string, more?: (value: T) => string) {
    start(async () => {
      const answer = await answerOf(call);
      if (!answer.ok) return say({ text: answer.reason, tone: "bad" });
      const detail = more?.(answer.value);
      say({ text: done, ...(detail && { detail }) });
    });
  }
  const waiting = ({ openLeads }: { openLeads: number }) =>
    openLeads === 0
      ? ""
      : `${openLeads} open ${openLeads === 1 ? "lead waits" : "leads wait"} to be moved, on the routing page.`;
  const others = ROLE_NAMES.filter((other) => other !== role);
  return (
    <>
      <Menu
        trigger={
          <>
            {busy ? "Saving" : ROLES[role]}
            <ChevronDown aria-hidden="true" className="size-3.5 text-faint" />
          </>
        }
        label={`${name}: ${ROLES[role]}, change`}
      >
        {others.map((other) => (
          <MenuAction
            key={other}
            onSelect={() =>
              run(
                () => changePerson({ personId, role: other, active }),
                `${name} is now ${ROLES[other].toLowerCase()}.`,
                waiting,
              )
            }
          >
            Make {ROLES[other].toLowerCase()}
          </MenuAction>
        ))}
        <MenuAction onSelect={() => setNaming(true)}>Rename</MenuAction>
        <MenuAction onSelect={() => setTiming(true)}>Time zone and language</MenuAction>
        <MenuAction
          onSelect={() =>
            run(() => signOutEverywhere({ personId }), `${name} is signed out everywhere.`)
          }
        >
          Sign out everywhere
        </MenuAction>
        <MenuAction
          onSelect={() =>
            run(
              () => changePerson({ personId, role, active: !active }),
              active ? `${name} has no access any more.` : `${name} has access again.`,
              waiting,
            )
          }
        >
          {active ? "Take access away" : "Give access back"}
        </MenuAction>
      </Menu>
      <Dialog
        open={naming}
        onOpenChange={setNaming}
        title={`Rename ${name}`}
        description="What was written under this name keeps it."
      >
        <NameForm person={person} onSaved={() => setNaming(false)} />
      </Dialog>
      <Dialog
        open={timing}
        onOpenChange={setTiming}
        title={name}
        description="Their hours, their leads' time and all dates on their pages go by this."
      >
        <ReaderForm
          person={{ personId, timeZone, locale }}
          choices={choices}
          onSaved={() => setTiming(false)}
        />
      </Dialog>
    </>
  );
}
