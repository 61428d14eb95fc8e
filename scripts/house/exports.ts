import type { Problem, Source } from "./source";

/** What Next or a tool asks for by name: nobody of ours imports it. */
const ASKED_FOR =
  /^app\/.*(page|layout|route|error|not-found|loading)\.tsx?$|^[^/]+$|\.(test|spec)\.tsx?$/;
const EXPORTED = /^export (?:async )?(?:function|const|class) (\w+)/gm;

/** Values that a file gives away and no other takes; a name that stands in another file counts as taken. */
export function needlessExports(sources: Source[]): Problem[] {
  const files = sources.map(({ path, text }) => ({
    path,
    text,
    words: new Set(text.match(/\w+/g)),
  }));
  return files
    .filter(({ path }) => !ASKED_FOR.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(EXPORTED)]
        .map(([, name = ""]) => name)
        .filter((name) => !files.some((other) => other.path !== path && other.words.has(name)))
        .map((name) => ({ path, what: `exports ${name}, which no other file uses` })),
    );
}
