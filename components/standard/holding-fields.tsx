import Link from "next/link";
import { standardAddress } from "@/lib/platform/address";
import { formatNumber } from "@/lib/platform/format-number";
import { fieldDefinition } from "@/lib/standard/categories";
import type { HoldingField } from "@/lib/standard/trial";

type HoldingFieldsProps = { fields: readonly HoldingField[]; locale: string };

/** By which fields the draft holds leads; each leads on to those leads. */
export function HoldingFields({ fields, locale }: HoldingFieldsProps) {
  if (fields.length === 0) return null;
  return (
    <table className="mt-4 w-full text-small" aria-label="Fields that hold leads">
      <thead>
        <tr className="text-label text-faint">
          <th scope="col" className="pb-1 text-left font-medium">
            Held by
          </th>
          <th scope="col" className="num pb-1 pl-3 text-right font-medium">
            Leads
          </th>
          <th scope="col" className="num pb-1 pl-3 text-right font-medium">
            By it alone
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ id, held, alone }) => (
          <tr key={id} className="[&>*]:border-t [&>*]:border-line [&>*]:py-0.5">
            <th scope="row" className="text-left font-normal">
              <Link
                href={`${standardAddress({ show: "draft", leads: "held", field: id })}#tried`}
                className="inline-flex min-h-6 items-center underline-offset-3 hover:underline pointer-coarse:min-h-9"
              >
                {fieldDefinition(id).label}
              </Link>
            </th>
            <td className="num text-right">{formatNumber(held, locale)}</td>
            <td className="num text-right text-faint">{formatNumber(alone, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
