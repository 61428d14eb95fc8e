import { BOARD_KIND_NAMES, BOARD_KINDS, type BoardKind } from "@/lib/documentation/board/kinds";
import { opsAddress } from "@/lib/platform/address";
import { formatNumber } from "@/lib/platform/format-number";
import { TabLinks } from "../../ui/tab-links";

type BoardTabsProps = { show: BoardKind; counts: Record<BoardKind, number>; locale: string };

/** What leads need, by kind, each with how many (O.1). */
export function BoardTabs({ show, counts, locale }: BoardTabsProps) {
  const tabs = BOARD_KIND_NAMES.map((kind) => ({
    href: opsAddress({ show: kind }),
    label: BOARD_KINDS[kind],
    count: formatNumber(counts[kind], locale),
    current: kind === show,
  }));
  return <TabLinks label="What leads need" tabs={tabs} />;
}
