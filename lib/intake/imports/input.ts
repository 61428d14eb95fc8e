import { z } from "zod";
import { IMPORT_TARGETS } from "./plan";

/** The name of the select that says what a column is, by the column's place in the file. */
export const columnInputName = (place: number) => `column-${place}`;

/** A file to import, as the form sends it: one `column-N` for each column, empty for 'left out'. */
export const plannedImport = z
  .object({
    file: z.string().regex(/^[0-9a-f]{64}$/, "is not a file that was uploaded"),
    target: z.enum(IMPORT_TARGETS),
  })
  .catchall(z.string().max(100))
  .transform(({ file, target, ...rest }) => {
    const columns = Object.entries(rest).filter(([name]) => /^column-\d+$/.test(name));
    const fields = new Map(columns.map(([name, field]) => [Number(name.slice(7)), String(field)]));
    return { file, target, fieldOf: (place: number) => fields.get(place) || null };
  });
export type PlannedImport = z.output<typeof plannedImport>;

/** An import that stopped and is to go on. */
export const stoppedImport = z.object({ id: z.guid() });
