import type { ReactNode } from "react";
import { CATEGORIES, type Category, type FieldId } from "@/lib/standard/categories";
import { classNames } from "../ui/class-names";

/** What stands in a field's row beside its name. */
type RequirementCells = Record<"level" | "trust" | "owner" | "source", ReactNode>;

type StandardTableProps = {
  label: string;
  /** At the end of a category's heading: whether it holds leads. */
  gate: (category: Category) => ReactNode;
  cells: (id: FieldId, label: string) => RequirementCells;
};

const HEADS = [
  { name: "Field", width: "w-[30%]" },
  { name: "Wanted", width: "w-[15%]" },
  { name: "Trust", width: "w-[12%]" },
  { name: "Owner", width: "w-[23%]" },
  { name: "Source", width: "w-[20%]" },
];
const cell = "min-w-0 md:py-1 md:pr-3 md:border-b md:border-line";

/** The five categories and their fields, as a document to read and to write in. */
export function StandardTable({ label, gate, cells }: StandardTableProps) {
  return (
    <table
      aria-label={label}
      className="block border-separate border-spacing-0 text-small md:table md:w-full md:table-fixed"
    >
      <thead className="max-md:sr-only">
        <tr>
          {HEADS.map(({ name, width }) => (
            <th
              key={name}
              scope="col"
              className={classNames("py-[5px] text-left text-label font-medium text-faint", width)}
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      {CATEGORIES.map((category) => (
        <tbody key={category.key} className="max-md:block">
          <tr className="max-md:block">
            <th
              scope="rowgroup"
              colSpan={HEADS.length}
              className="border-b border-line-strong pt-4 pb-1.5 text-left font-normal max-md:block"
            >
              <span className="flex min-h-6 flex-wrap items-center justify-between gap-x-4">
                <span className="text-reading font-semibold">{category.label}</span>
                {gate(category)}
              </span>
            </th>
          </tr>
          {category.fields.map(({ id, label: name }) => (
            <FieldRow key={id} name={name} cells={cells(id, name)} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function FieldRow({ name, cells }: { name: string; cells: RequirementCells }) {
  return (
    <tr className="max-md:grid max-md:grid-cols-[minmax(0,1fr)_112px] max-md:items-center max-md:gap-x-4 max-md:gap-y-1 max-md:border-b max-md:border-line max-md:py-2">
      <th scope="row" className={classNames(cell, "text-left font-medium max-md:order-1")}>
        {name}
      </th>
      <td className={classNames(cell, "max-md:order-2")}>{cells.level}</td>
      <td className={classNames(cell, "max-md:order-4")}>{cells.trust}</td>
      <td className={classNames(cell, "max-md:order-3")}>{cells.owner}</td>
      <td className={classNames(cell, "max-md:order-5")}>{cells.source}</td>
    </tr>
  );
}
