import type { DescribedField } from "@/lib/api/described-fields";

type SchemaFieldsProps = {
  /** For screen readers: what the fields are of. */
  label: string;
  fields: readonly DescribedField[];
  /** They are asked for: then it matters which must be there. */
  asked?: boolean;
};

/** Fields with what each takes or holds. */
export function SchemaFields({ label, fields, asked = false }: SchemaFieldsProps) {
  return (
    <table aria-label={label} className="w-full border-separate border-spacing-0 text-small">
      <thead className="sr-only">
        <tr>
          <th scope="col">Field</th>
          <th scope="col">What it is</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ name, kind, required, description }) => (
          <tr key={name}>
            <td className="w-2/5 border-t border-line py-1.5 pr-4 align-top font-medium wrap-anywhere">
              {name}
              {asked && required && <span className="font-normal text-faint"> required</span>}
            </td>
            <td className="border-t border-line py-1.5 align-top wrap-anywhere text-soft">
              {kind}
              {description && <span className="block text-faint">{description}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
