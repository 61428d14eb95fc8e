import { dirname, join } from "node:path/posix";
import type { Problem, Source } from "./source";

interface Arrow {
  /** Files that … */
  from: RegExp;
  /** … never import these. */
  never: RegExp;
  because: string;
  /** Importing only types is allowed: nothing of it is left when the program runs. */
  typesAllowed?: boolean;
}

const TESTS = /\.test\.tsx?$/;
const RULES = /^lib\/(?!.*\/(queries|commands|actions)\.ts$)/;
const ROLES = /^lib\/.*\/(queries|commands)$/;

/** Which way imports run: app → components → lib → db. The whole of it, in one table. */
export const ARROWS: Arrow[] = [
  { from: /^components\//, never: /^app\//, because: "components do not know the routes" },
  { from: /^components\//, never: /^(db|scripts|e2e)\//, because: "components get what they show" },
  { from: /^components\//, never: ROLES, because: "pages ask, components show" },
  {
    from: /^components\/ui\//,
    never: /^(components\/(?!ui\/)|lib\/)/,
    because: "primitives could ship in another product",
  },
  {
    from: /^(lib|db)\//,
    never: /^(app|components|scripts|e2e)\//,
    because: "the product does not know its pages",
  },
  { from: /^app\//, never: /^(db|scripts|e2e)\//, because: "pages ask lib", typesAllowed: true },
  { from: /^db\/schema\//, never: ROLES, because: "tables know the names of the standard only" },
  {
    from: /^db\/(?!schema\/|seed\/|factories\/|testing\/)/,
    never: /^lib\/(?!standard\/|platform\/)/,
    because: "the database is below the product",
  },
  {
    from: /^lib\/standard\//,
    never: /^lib\/(?!standard\/|platform\/)/,
    because: "everything stands on the standard",
  },
  {
    from: /^lib\/platform\//,
    never: /^lib\/(?!platform\/)/,
    because: "everything stands on the platform",
    typesAllowed: true,
  },
  {
    from: RULES,
    never: /^lib\/(documentation|audit|queue|api)\//,
    because: "places to work stand on rules, not rules on them",
    typesAllowed: true,
  },
];

/** Folders whose own rules may import each other, whatever the last row says. */
const own = (path: string) => path.split("/").slice(0, 2).join("/");

/** Every import that runs against the table. */
export function wrongImports(sources: Source[], arrows = ARROWS): Problem[] {
  return sources
    .filter(({ path }) => !TESTS.test(path))
    .flatMap((source) =>
      importsOf(source).flatMap(({ target, typesOnly }) =>
        arrows
          .filter((arrow) => arrow.from.test(source.path) && arrow.never.test(target))
          .filter((arrow) => !(arrow.typesAllowed && typesOnly))
          .filter((arrow) => arrow.from !== RULES || own(source.path) !== own(target))
          .map(({ because }) => ({ path: source.path, what: `imports ${target}: ${because}` })),
      ),
    );
}

const IMPORT =
  /\b(?:import|export)\s+(type\s+)?([^"';]*?)\s*from\s*"([^"]+)"|\bimport\s*\(?\s*"([^"]+)"/g;

interface Import {
  /** A path from the root without its ending, or a package's name. */
  target: string;
  /** What stands before `from`; empty where all is imported, for what it does or by name. */
  names: string;
  typesOnly: boolean;
}

/** What a file imports, or passes on. */
export function importsOf({ path, text }: Source): Import[] {
  return Array.from(text.matchAll(IMPORT), ([, type, names = "", from, alone]) => {
    const said = from ?? alone ?? "";
    const inner = said.startsWith("@/") ? said.slice(2) : undefined;
    const beside = said.startsWith(".") ? join(dirname(path), said) : undefined;
    const target = (inner ?? beside ?? said).replace(/\.tsx?$/, "");
    return { target, names, typesOnly: Boolean(type) || onlyTypes(names) };
  });
}

function onlyTypes(names: string): boolean {
  const listed = /^\{([^}]*)\}$/.exec(names.trim())?.[1];
  const each = listed?.split(",").filter((name) => name.trim() !== "");
  return each !== undefined && each.length > 0 && each.every((name) => /^\s*type\s/.test(name));
}
