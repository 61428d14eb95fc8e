import { importsOf } from "./imports";
import type { Problem, Source } from "./source";

/** What Next or a tool asks for by name: nobody of ours imports it. */
const ASKED_FOR =
  /^app\/.*(page|layout|route|error|not-found|loading)\.tsx?$|^[^/]+$|\.(test|spec)\.tsx?$/;
const EXPORTED = /^export (?:async )?(?:function\*?|const|class|type|interface) (\w+)/gm;

/** Values and types that a file gives away and no other file imports from it. */
export function needlessExports(sources: Source[]): Problem[] {
  const taken = takenFrom(sources);
  return sources
    .filter(({ path }) => !ASKED_FOR.test(path))
    .flatMap(({ path, text }) => {
      const names = taken.get(path.replace(/\.\w+$/, ""));
      return [...text.matchAll(EXPORTED)]
        .map(([, name = ""]) => name)
        .filter((name) => !names?.has(name) && !names?.has(ALL))
        .map((name) => ({ path, what: `exports ${name}, which no other file imports` }));
    });
}

/** Stands for all that a file exports: `import * as`, `export * from` and `import(…)`. */
const ALL = "*";

/** The names that are imported from each file, by its path without the ending. */
function takenFrom(sources: Source[]): Map<string, Set<string>> {
  const taken = new Map<string, Set<string>>();
  for (const source of sources) {
    for (const { target, names } of importsOf(source)) {
      const known = taken.get(target) ?? new Set();
      const listed = /\{([^}]*)\}/.exec(names)?.[1];
      for (const one of listed?.split(",") ?? [ALL])
        known.add(
          one
            .trim()
            .replace(/^type /, "")
            .replace(/ as .*/, ""),
        );
      taken.set(target, known);
    }
  }
  return taken;
}
