import type { Answer, Question } from "./rule";

/** Everybody takes turns, by weight. */
export function roundRobin({ team }: Question): Answer {
  return {
    matched: true,
    those: team.filter(({ rep }) => rep.active && rep.weight > 0),
    why: "everybody takes turns",
    label: () => "it is your turn",
    who: "everybody",
  };
}
