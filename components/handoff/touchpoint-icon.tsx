import {
  CalendarCheck,
  Download,
  FileText,
  type LucideIcon,
  MessageSquare,
  MousePointerClick,
  Presentation,
  Quote,
  Scale,
  SquarePen,
} from "lucide-react";

const icons: Readonly<Record<string, LucideIcon>> = {
  page_viewed: FileText,
  content_downloaded: Download,
  email_clicked: MousePointerClick,
  event_registered: CalendarCheck,
  event_attended: Presentation,
  chat: MessageSquare,
  form_submitted: SquarePen,
  competitor_content: Scale,
  remark: Quote,
};

/** What kind of touchpoint it was, for the eye; its words say it too. */
export function TouchpointIcon({ kind }: { kind: string }) {
  const Icon = icons[kind] ?? FileText;
  return <Icon aria-hidden="true" className="mt-[2px] size-4 stroke-[1.6] text-faint" />;
}
