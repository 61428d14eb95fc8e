"use client";

import { useTransition } from "react";
import { answerOf } from "@/components/form/answer";
import { Menu, MenuAction } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import type { Outcome } from "@/lib/access/outcome";
import { changePerson, signOutEverywhere } from "@/lib/access/people/actions";
import { ROLE_NAMES, ROLES } from "@/lib/access/roles";
import type { PersonLine } from "./people";

/** Role, access and sessions of one person; each takes effect at their next request. */
export function PersonActions({ person }: { person: PersonLine }) {
  const { id: personId, name, role, active } = person;
  const { say } = useToast();
  const [busy, start] = useTransition();
  function run(call: () => Promise<Outcome<unknown>>, done: string) {
    start(async () => {
      const answer = await answerOf(call);
      say(answer.ok ? { text: done } : { text: answer.reason, tone: "bad" });
    });
  }
  const others = ROLE_NAMES.filter((other) => other !== role);
  return (
    <Menu trigger={busy ? "Saving" : ROLES[role]} label={`${name}: ${ROLES[role]}, change`}>
      {others.map((other) => (
        <MenuAction
          key={other}
          onSelect={() =>
            run(
              () => changePerson({ personId, role: other, active }),
              `${name} is now ${ROLES[other].toLowerCase()}.`,
            )
          }
        >
          Make {ROLES[other].toLowerCase()}
        </MenuAction>
      ))}
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
          )
        }
      >
        {active ? "Take access away" : "Give access back"}
      </MenuAction>
    </Menu>
  );
}
