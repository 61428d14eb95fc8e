import type { Metadata } from "next";
import { NothingConnected } from "@/components/settings/notices/nothing-connected";
import { NoticeForm } from "@/components/settings/notices/notice-form";
import { OwnNotices } from "@/components/settings/notices/own-notices";
import { SettingsHeader } from "@/components/settings/settings-header";
import { requireViewer } from "@/lib/access/current-viewer";
import { may } from "@/lib/access/permissions";
import { settingsOf } from "@/lib/access/places";
import { kindsOf } from "@/lib/notices/kinds";
import { offeredChannels, ownDeliveries, ownNoticeSettings } from "@/lib/notices/settings/queries";
import { noticeSettingsAddress } from "@/lib/platform/address";

export const metadata: Metadata = { title: "Notices" };

/** One's own latest notices that the page lists. */
const LISTED = 10;

export default async function NoticeSettingsPage() {
  const now = new Date();
  const viewer = await requireViewer(noticeSettingsAddress(), "set own notices");
  const [channels, settings, deliveries] = await Promise.all([
    offeredChannels(viewer),
    ownNoticeSettings(viewer),
    ownDeliveries(viewer, LISTED),
  ]);
  return (
    <>
      <SettingsHeader
        title="Notices"
        current={noticeSettingsAddress()}
        places={settingsOf(viewer)}
      />
      {channels.length === 0 ? (
        <NothingConnected mayConnect={may(viewer, "connect systems")} />
      ) : (
        <div className="mt-5 grid gap-x-14 gap-y-10 xl:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
          <NoticeForm
            kinds={kindsOf(viewer.role)}
            channels={channels}
            settings={settings}
            reader={{ email: viewer.email, timeZone: viewer.timeZone }}
          />
          <OwnNotices deliveries={deliveries} now={now} reader={viewer} />
        </div>
      )}
    </>
  );
}
