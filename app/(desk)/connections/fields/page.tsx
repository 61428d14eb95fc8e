import type { Metadata } from "next";
import { ConnectionsHeader } from "@/components/connections/connections-header";
import { fieldMapLine } from "@/components/connections/field-map/field-map-line";
import { FieldMapNote } from "@/components/connections/field-map/field-map-note";
import { FieldMapTable } from "@/components/connections/field-map/field-map-table";
import { requireViewer } from "@/lib/access/current-viewer";
import { crmTargets } from "@/lib/connections/crm/map/queries";
import { readFieldMap, WINDOW_DAYS } from "@/lib/connections/field-map/queries";
import { fieldMapAddress } from "@/lib/platform/address";
import { formatCount } from "@/lib/platform/format-number";

export const metadata: Metadata = { title: "Field map" };

export default async function FieldMapPage() {
  const viewer = await requireViewer(fieldMapAddress(), "see connections");
  const now = new Date();
  const [{ leads, looked, rows }, { connected, targets }] = await Promise.all([
    readFieldMap(viewer, now),
    crmTargets(viewer),
  ]);
  const captured = formatCount(leads, "lead", "leads", viewer.locale);
  return (
    <>
      <ConnectionsHeader
        current="fields"
        count={`${captured} captured in the last ${WINDOW_DAYS} days`}
      />
      <FieldMapNote leads={leads} looked={looked} toCrm={connected} locale={viewer.locale} />
      <FieldMapTable lines={rows.map((row) => fieldMapLine(row, targets, viewer, now))} />
    </>
  );
}
