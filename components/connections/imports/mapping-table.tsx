"use client";

import type { PreviewColumn } from "@/lib/intake/imports/preview";
import type { SelectOption } from "../../form/select";
import { ColumnField } from "./column-field";

type MappingTableProps = {
  columns: PreviewColumn[];
  options: readonly SelectOption[];
  /** What each column becomes now; empty where it becomes nothing. */
  fields: string[];
  onChange: (place: number, field: string) => void;
};

const head = "border-b border-line py-[5px] pr-4 text-left text-label font-medium text-faint";
const cell = "border-b border-line py-2 pr-4 align-middle max-md:block max-md:border-0 max-md:p-0";

/** The file's columns, some of what they hold, and what each becomes. Two lines each on a phone. */
export function MappingTable({ columns, options, fields, onChange }: MappingTableProps) {
  return (
    <table aria-label="Columns of the file" className="w-full table-fixed text-small max-md:block">
      <thead className="max-md:sr-only">
        <tr>
          <th scope="col" className={head}>
            Column
          </th>
          <th scope="col" className={`${head} w-[34%]`}>
            Holds
          </th>
          <th scope="col" className={`${head} w-[240px]`}>
            Becomes
          </th>
          <th scope="col" className={`${head} max-lg:hidden`}>
            Why
          </th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {columns.map(({ header, examples, field: guessed, why }, place) => (
          <tr
            key={header}
            className="max-md:flex max-md:flex-col max-md:gap-1.5 max-md:border-b max-md:border-line max-md:py-2.5"
          >
            <th scope="row" className={`${cell} text-left font-semibold wrap-anywhere`}>
              {header}
            </th>
            <td className={`${cell} text-soft`}>
              <span className="line-clamp-2 wrap-anywhere" title={examples.join("\n")}>
                {examples.length > 0 ? (
                  examples.join(" · ")
                ) : (
                  <span className="text-faint">Nothing in the first rows</span>
                )}
              </span>
            </td>
            <td className={cell}>
              <ColumnField
                header={header}
                place={place}
                field={fields[place] ?? ""}
                options={options}
                onChange={(field) => onChange(place, field)}
              />
            </td>
            <td className={`${cell} text-faint max-lg:hidden!`}>
              {(fields[place] ?? "") === (guessed ?? "") ? why : "you chose this"}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
