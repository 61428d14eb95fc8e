import { standardAddress } from "@/lib/platform/address";
import { formatCount, formatNumber } from "@/lib/platform/format-number";
import { fieldDefinition } from "@/lib/standard/categories";
import type { HoldingField } from "@/lib/standard/versions/trial";

type HoldingFieldsProps = { fields: readonly HoldingField[]; locale: string };

/** Fields in sight at once; the others hold few. */
const IN_SIGHT = 6;

/** By which fields the draft holds leads; each leads on to those leads. */
export function HoldingFields({ fields, locale }: HoldingFieldsProps) {
  if (fields.length === 0) return null;
  const rest = fields.slice(IN_SIGHT);
  return (
    <>
      <HoldingTable
        label="Fields that hold leads"
        fields={fields.slice(0, IN_SIGHT)}
        locale={locale}
      />
      {rest.length > 0 && (
        <details className="text-small">
          <summary className="opens">
            {formatCount(rest.length, "more field", "more fields", locale)}
          </summary>
          <HoldingTable label="More fields that hold leads" fields={rest} locale={locale} />
        </details>
      )}
    </>
  );
}

function HoldingTable({ label, fields, locale }: HoldingFieldsProps & { label: string }) {
  return (
    <table className="mt-3 w-full table-fixed text-small" aria-label={label}>
      <thead>
        <tr className="text-label text-faint">
          <th scope="col" className="w-1/2 pb-1 text-left font-medium">
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
              <a
                href={`${standardAddress({ show: "draft", leads: "held", field: id })}#tried`}
                className="inline-flex min-h-6 items-center underline-offset-3 hover:underline pointer-coarse:min-h-11"
              >
                {fieldDefinition(id).label}
              </a>
            </th>
            <td className="num text-right">{formatNumber(held, locale)}</td>
            <td className="num text-right text-faint">{formatNumber(alone, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
